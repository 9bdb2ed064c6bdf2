-- ignores schema_migrations
-- ignores ar_internal_metadata
-- sqlite
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE IF NOT EXISTS "authors" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar NOT NULL, "email" varchar DEFAULT '' NOT NULL, "active" boolean DEFAULT 1 NOT NULL, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE UNIQUE INDEX "index_authors_on_email" ON "authors" ("email");
CREATE TABLE IF NOT EXISTS "books" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar(200), "body" text, "price" decimal(10,2) DEFAULT 0.0 NOT NULL, "weight" float, "pages" integer DEFAULT 0, "copies" bigint, "cover" blob, "meta" json, "published_on" date, "opens_at" time, "author_id" integer NOT NULL, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL, CONSTRAINT "fk_rails_53d51ce16a"
FOREIGN KEY ("author_id")
  REFERENCES "authors" ("id")
);
CREATE INDEX "index_books_on_author_id" ON "books" ("author_id");
-- mysql
CREATE TABLE `schema_migrations` (`version` varchar(255) NOT NULL PRIMARY KEY);
CREATE TABLE `ar_internal_metadata` (`key` varchar(255) NOT NULL PRIMARY KEY, `value` varchar(255), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL);
CREATE TABLE `authors` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) NOT NULL, `email` varchar(255) DEFAULT '' NOT NULL, `active` tinyint(1) DEFAULT TRUE NOT NULL, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, UNIQUE INDEX `index_authors_on_email` (`email`));
CREATE TABLE `books` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(200), `body` text, `price` decimal(10,2) DEFAULT '0.0' NOT NULL, `weight` float, `pages` int DEFAULT 0, `copies` bigint, `cover` blob, `meta` json, `published_on` date, `opens_at` time, `author_id` bigint NOT NULL, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, INDEX `index_books_on_author_id` (`author_id`), CONSTRAINT `fk_rails_53d51ce16a`
FOREIGN KEY (`author_id`)
  REFERENCES `authors` (`id`)
);
-- plant mysql MB301 books.title
ALTER TABLE `books` MODIFY `title` varchar(100);
