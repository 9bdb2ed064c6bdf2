-- finds MB373 user.UQ_e12875dfb3b1d92d7d7c5377e22
-- ignores migrations
-- ignores typeorm_metadata
-- sqlite
CREATE TABLE "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
CREATE TABLE "typeorm_metadata" ("type" varchar NOT NULL, "database" varchar, "schema" varchar, "table" varchar, "name" varchar, "value" text);
CREATE TABLE "user" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "email" varchar(255) NOT NULL, "firstName" varchar NOT NULL, "isActive" boolean NOT NULL DEFAULT (1), "role" varchar CHECK( "role" IN ('admin','editor','ghost') ) NOT NULL DEFAULT ('ghost'), "balance" decimal(10,2) NOT NULL DEFAULT (0), "score" double NOT NULL, "profile" json, "tags" text NOT NULL, "avatar" blob, "visits" bigint NOT NULL DEFAULT (0), "born" date, "wakes" time, "createdAt" datetime NOT NULL DEFAULT (datetime('now')), CONSTRAINT "UQ_e12875dfb3b1d92d7d7c5377e22" UNIQUE ("email"));
CREATE TABLE "photo" ("id" varchar PRIMARY KEY NOT NULL, "filename" varchar NOT NULL, "views" integer NOT NULL, "size" unsigned big int NOT NULL, "userId" integer, CONSTRAINT "FK_4494006ff358f754d07df5ccc87" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE NO ACTION);
CREATE INDEX "IDX_0f1c7ba1a4d1f3a5a0a2f6d4b1" ON "photo" ("filename");
-- mysql
CREATE TABLE `migrations` (`id` int NOT NULL AUTO_INCREMENT, `timestamp` bigint NOT NULL, `name` varchar(255) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE `typeorm_metadata` (`type` varchar(255) NOT NULL, `database` varchar(255) NULL, `schema` varchar(255) NULL, `table` varchar(255) NULL, `name` varchar(255) NULL, `value` text NULL) ENGINE=InnoDB;
CREATE TABLE `user` (`id` int NOT NULL AUTO_INCREMENT, `email` varchar(255) NOT NULL, `firstName` varchar(255) NOT NULL, `isActive` tinyint NOT NULL DEFAULT 1, `role` enum ('admin', 'editor', 'ghost') NOT NULL DEFAULT 'ghost', `balance` decimal(10,2) NOT NULL DEFAULT '0.00', `score` double NOT NULL, `profile` json NULL, `tags` text NOT NULL, `avatar` blob NULL, `visits` bigint NOT NULL DEFAULT '0', `born` date NULL, `wakes` time NULL, `createdAt` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), UNIQUE INDEX `IDX_e12875dfb3b1d92d7d7c5377e2` (`email`), PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE `photo` (`id` varchar(36) NOT NULL, `filename` varchar(255) NOT NULL, `views` int NOT NULL, `size` bigint UNSIGNED NOT NULL, `userId` int NULL, INDEX `IDX_0f1c7ba1a4d1f3a5a0a2f6d4b1` (`filename`), PRIMARY KEY (`id`)) ENGINE=InnoDB;
ALTER TABLE `photo` ADD CONSTRAINT `FK_4494006ff358f754d07df5ccc87` FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
-- plant mysql MB301 user.role
ALTER TABLE `user` MODIFY `role` enum ('admin', 'ghost') NOT NULL DEFAULT 'ghost';
