-- finds MB306 Users.code
-- finds MB306 Users.nick
-- ignores SequelizeMeta
-- sqlite
CREATE TABLE IF NOT EXISTS `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY);
CREATE TABLE IF NOT EXISTS `Users` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `firstName` VARCHAR(255), `email` VARCHAR(255) NOT NULL UNIQUE, `token` UUID, `code` CHAR BINARY(8), `nick` VARCHAR BINARY(40), `isAdmin` TINYINT(1) DEFAULT 0, `balance` DECIMAL(10,2) NOT NULL DEFAULT 0, `score` DOUBLE PRECISION, `ratio` FLOAT, `bio` TEXT, `meta` JSON, `avatar` LONGBLOB, `thumb` TINYBLOB, `visits` BIGINT, `born` DATE, `wakes` TIME, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL);
CREATE TABLE IF NOT EXISTS `Posts` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `title` VARCHAR(255), `userId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL);
CREATE INDEX `posts_title` ON `Posts` (`title`);
-- mysql
CREATE TABLE IF NOT EXISTS `SequelizeMeta` (`name` VARCHAR(255) NOT NULL , UNIQUE `name` (`name`), PRIMARY KEY (`name`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE IF NOT EXISTS `Users` (`id` INTEGER auto_increment , `firstName` VARCHAR(255), `email` VARCHAR(255) NOT NULL UNIQUE, `token` CHAR(36) BINARY, `code` CHAR(8) BINARY, `nick` VARCHAR(40) BINARY, `isAdmin` TINYINT(1) DEFAULT false, `balance` DECIMAL(10,2) NOT NULL DEFAULT 0, `score` DOUBLE PRECISION, `ratio` FLOAT, `bio` TEXT, `meta` JSON, `avatar` LONGBLOB, `thumb` TINYBLOB, `visits` BIGINT, `born` DATE, `wakes` TIME, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS `Posts` (`id` INTEGER auto_increment , `title` VARCHAR(255), `userId` INTEGER, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL, PRIMARY KEY (`id`), FOREIGN KEY (`userId`) REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE) ENGINE=InnoDB;
ALTER TABLE `Posts` ADD INDEX `posts_title` (`title`);
-- plant mysql MB330 Posts.posts_title
ALTER TABLE `Posts` DROP INDEX `posts_title`;
