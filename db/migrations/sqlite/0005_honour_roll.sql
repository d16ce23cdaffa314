DROP INDEX `honours_year`;--> statement-breakpoint
ALTER TABLE `honours` ADD `sort_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `honours` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The order of letters is the program's to know: until an entry is changed it stands by its folded words.
UPDATE `honours` SET `sort_key` = substr(lower(`category`) || ' ' || `search`, 1, 600);--> statement-breakpoint
CREATE INDEX `honours_roll` ON `honours` (`year`,`sort_key`);