-- finds MB371 database
-- ignores migrations
-- sqlite
create table "migrations" ("id" integer primary key autoincrement not null, "migration" varchar not null, "batch" integer not null);
create table "users" ("id" integer primary key autoincrement not null, "name" varchar not null, "email" varchar not null, "email_verified_at" datetime, "password" varchar not null, "active" tinyint(1) not null default '1', "role" varchar check ("role" in ('admin', 'user')) not null default 'user', "remember_token" varchar, "created_at" datetime, "updated_at" datetime);
create unique index "users_email_unique" on "users" ("email");
create table "posts" ("id" integer primary key autoincrement not null, "uuid" varchar not null, "title" varchar not null, "body" text not null, "summary" text, "meta" text, "price" numeric not null default '0', "rating" double, "views" integer not null default '0', "year" integer, "cover" blob, "published_on" date, "opens_at" time, "ip" varchar, "spot" geometry, "user_id" integer not null, "created_at" datetime, "updated_at" datetime, foreign key("user_id") references "users"("id") on delete cascade);
create unique index "posts_uuid_unique" on "posts" ("uuid");
create index "posts_title_index" on "posts" ("title");
-- mysql
create table `migrations` (`id` int unsigned not null auto_increment primary key, `migration` varchar(255) not null, `batch` int not null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';
create table `users` (`id` bigint unsigned not null auto_increment primary key, `name` varchar(255) not null, `email` varchar(255) not null, `email_verified_at` timestamp null, `password` varchar(255) not null, `active` tinyint(1) not null default '1', `role` enum('admin', 'user') not null default 'user', `remember_token` varchar(100) null, `created_at` timestamp null, `updated_at` timestamp null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';
alter table `users` add unique `users_email_unique`(`email`);
create table `posts` (`id` bigint unsigned not null auto_increment primary key, `uuid` char(36) not null, `title` varchar(255) not null, `body` text not null, `summary` mediumtext null, `meta` json null, `price` decimal(8, 2) not null default '0', `rating` double null, `views` bigint unsigned not null default '0', `year` year null, `cover` blob null, `published_on` date null, `opens_at` time null, `ip` varchar(45) null, `spot` geometry null, `user_id` bigint unsigned not null, `created_at` timestamp null, `updated_at` timestamp null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';
alter table `posts` add constraint `posts_user_id_foreign` foreign key (`user_id`) references `users` (`id`) on delete cascade;
alter table `posts` add unique `posts_uuid_unique`(`uuid`);
alter table `posts` add index `posts_title_index`(`title`);
-- plant sqlite MB311 posts.note
alter table "posts" add column "note" varchar;
