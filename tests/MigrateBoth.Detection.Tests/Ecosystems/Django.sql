-- ignores django_migrations
-- sqlite
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "library_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(200) NOT NULL, "email" varchar(254) NOT NULL UNIQUE, "is_active" bool NOT NULL, "born" date NULL, "site" varchar(200) NOT NULL, "ip" char(39) NULL);
CREATE TABLE "library_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(200) NOT NULL, "slug" varchar(50) NOT NULL, "isbn" char(32) NOT NULL UNIQUE, "price" decimal NOT NULL, "pages" integer unsigned NOT NULL CHECK ("pages" >= 0), "shelf" smallint unsigned NOT NULL CHECK ("shelf" >= 0), "rating" real NULL, "meta" text NOT NULL CHECK ((JSON_VALID("meta") OR "meta" IS NULL)), "cover" BLOB NOT NULL, "length" bigint NOT NULL, "opens" time NULL, "text" text NOT NULL, "created" datetime NOT NULL, "author_id" bigint NOT NULL REFERENCES "library_author" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "library_book_tags" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "book_id" bigint NOT NULL REFERENCES "library_book" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" bigint NOT NULL REFERENCES "library_tag" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "library_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(50) NOT NULL);
CREATE INDEX "library_book_slug_cd8eb6bd" ON "library_book" ("slug");
CREATE INDEX "library_book_author_id_3cfac1c7" ON "library_book" ("author_id");
CREATE UNIQUE INDEX "library_book_tags_book_id_tag_id_2dbb87ba_uniq" ON "library_book_tags" ("book_id", "tag_id");
CREATE INDEX "library_book_tags_book_id_0afa3ebd" ON "library_book_tags" ("book_id");
CREATE INDEX "library_book_tags_tag_id_7bdb5b7f" ON "library_book_tags" ("tag_id");
-- mysql
CREATE TABLE `django_migrations` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `app` varchar(255) NOT NULL, `name` varchar(255) NOT NULL, `applied` datetime(6) NOT NULL);
CREATE TABLE `library_author` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `name` varchar(200) NOT NULL, `email` varchar(254) NOT NULL UNIQUE, `is_active` bool NOT NULL, `born` date NULL, `site` varchar(200) NOT NULL, `ip` char(39) NULL);
CREATE TABLE `library_book` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `title` varchar(200) NOT NULL, `slug` varchar(50) NOT NULL, `isbn` char(32) NOT NULL UNIQUE, `price` numeric(10, 2) NOT NULL, `pages` integer UNSIGNED NOT NULL CHECK (`pages` >= 0), `shelf` smallint UNSIGNED NOT NULL CHECK (`shelf` >= 0), `rating` double precision NULL, `meta` json NOT NULL, `cover` longblob NOT NULL, `length` bigint NOT NULL, `opens` time(6) NULL, `text` longtext NOT NULL, `created` datetime(6) NOT NULL, `author_id` bigint NOT NULL);
CREATE TABLE `library_tag` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `name` varchar(50) NOT NULL);
CREATE TABLE `library_book_tags` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `book_id` bigint NOT NULL, `tag_id` bigint NOT NULL);
CREATE INDEX `library_book_slug_cd8eb6bd` ON `library_book` (`slug`);
ALTER TABLE `library_book` ADD CONSTRAINT `library_book_author_id_3cfac1c7_fk_library_author_id` FOREIGN KEY (`author_id`) REFERENCES `library_author` (`id`);
ALTER TABLE `library_book_tags` ADD CONSTRAINT `library_book_tags_book_id_tag_id_2dbb87ba_uniq` UNIQUE (`book_id`, `tag_id`);
ALTER TABLE `library_book_tags` ADD CONSTRAINT `library_book_tags_book_id_0afa3ebd_fk_library_book_id` FOREIGN KEY (`book_id`) REFERENCES `library_book` (`id`);
ALTER TABLE `library_book_tags` ADD CONSTRAINT `library_book_tags_tag_id_7bdb5b7f_fk_library_tag_id` FOREIGN KEY (`tag_id`) REFERENCES `library_tag` (`id`);
-- plant mysql MB302 library_book.rating
ALTER TABLE `library_book` MODIFY `rating` double precision NOT NULL;
