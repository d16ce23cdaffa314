DROP INDEX `tasks_parent`;--> statement-breakpoint
DROP INDEX `tasks_campaign`;--> statement-breakpoint
CREATE INDEX `tasks_reported` ON `tasks` (`reported_at`,`state`,`starts_on`,`campaign_id`,`is_group`);--> statement-breakpoint
CREATE INDEX `tasks_parent` ON `tasks` (`parent_id`,`sort`,`state`,`is_group`);--> statement-breakpoint
CREATE INDEX `tasks_campaign` ON `tasks` (`campaign_id`,`document_id`,`owner_unit_id`,`is_group`);