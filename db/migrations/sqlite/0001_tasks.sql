CREATE TABLE `conclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`text` text NOT NULL,
	`sort` integer NOT NULL,
	`task_id` text,
	`difficulty_id` text,
	`by_user_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`difficulty_id`) REFERENCES `difficulties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conclusions_event` ON `conclusions` (`event_id`,`sort`);--> statement-breakpoint
CREATE INDEX `conclusions_task` ON `conclusions` (`task_id`);--> statement-breakpoint
CREATE TABLE `difficulties` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`category` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`proposer_unit_id` text NOT NULL,
	`proposed_by` text,
	`resolver_unit_id` text,
	`due_on` text,
	`task_id` text,
	`gap` text DEFAULT '' NOT NULL,
	`campaign_id` text,
	`blocks` integer DEFAULT false NOT NULL,
	`solution` text DEFAULT '' NOT NULL,
	`event_id` text,
	`opened_at` integer NOT NULL,
	`opened_on` text NOT NULL,
	`closed_at` integer,
	`closed_on` text,
	`updated_at` integer NOT NULL,
	`search` text NOT NULL,
	FOREIGN KEY (`proposer_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolver_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `difficulties_state` ON `difficulties` (`state`,`opened_at`);--> statement-breakpoint
CREATE INDEX `difficulties_task` ON `difficulties` (`task_id`);--> statement-breakpoint
CREATE INDEX `difficulties_proposer` ON `difficulties` (`proposer_unit_id`);--> statement-breakpoint
CREATE INDEX `difficulties_resolver` ON `difficulties` (`resolver_unit_id`);--> statement-breakpoint
CREATE INDEX `difficulties_event` ON `difficulties` (`event_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`uploaded_by` text,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`uploaded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_sha256_name` ON `files` (`sha256`,`name`);--> statement-breakpoint
CREATE INDEX `files_uploaded_by` ON `files` (`uploaded_by`);--> statement-breakpoint
CREATE TABLE `holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'off' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `digest_wishes` (
	`email` text PRIMARY KEY NOT NULL,
	`hour` integer NOT NULL,
	`off` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`submission_id` text,
	`kind` text NOT NULL,
	`file_id` text,
	`url` text DEFAULT '' NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`figure` real,
	`measure` text DEFAULT '' NOT NULL,
	`added_by` text,
	`added_by_name` text NOT NULL,
	`added_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`submission_id`) REFERENCES `task_submissions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_task` ON `evidence` (`task_id`,`added_at`);--> statement-breakpoint
CREATE INDEX `evidence_file` ON `evidence` (`file_id`);--> statement-breakpoint
CREATE INDEX `evidence_submission` ON `evidence` (`submission_id`);--> statement-breakpoint
CREATE TABLE `review_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`campaign_id` text,
	`owner_unit_id` text NOT NULL,
	`closes_on` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_rounds_owner` ON `review_rounds` (`owner_unit_id`);--> statement-breakpoint
CREATE TABLE `review_verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`task_id` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`new_due_on` text,
	`new_due_precision` text,
	`into_task_id` text,
	`by_user_id` text,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `review_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`into_task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_verdicts_task` ON `review_verdicts` (`round_id`,`task_id`);--> statement-breakpoint
CREATE INDEX `review_verdicts_task_at` ON `review_verdicts` (`task_id`);--> statement-breakpoint
CREATE TABLE `task_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`before` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_batches_user` ON `task_batches` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `task_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_filters_name` ON `task_filters` (`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `task_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sheet_name` text DEFAULT '' NOT NULL,
	`rows` text NOT NULL,
	`mapping` text NOT NULL,
	`choices` text NOT NULL,
	`counts` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_imports_user` ON `task_imports` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `task_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`email` text NOT NULL,
	`occasion` text NOT NULL,
	`on` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_notices_once` ON `task_notices` (`task_id`,`email`,`occasion`);--> statement-breakpoint
CREATE INDEX `task_notices_email` ON `task_notices` (`email`,`on`);--> statement-breakpoint
CREATE TABLE `task_predecessors` (
	`task_id` text NOT NULL,
	`predecessor_id` text NOT NULL,
	PRIMARY KEY(`task_id`, `predecessor_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`predecessor_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_predecessors_predecessor` ON `task_predecessors` (`predecessor_id`);--> statement-breakpoint
CREATE TABLE `task_submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`statement` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_on` text NOT NULL,
	`submitted_by` text,
	`submitted_by_name` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decided_by_name` text DEFAULT '' NOT NULL,
	`outcome` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_submissions_task` ON `task_submissions` (`task_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `task_submissions_open` ON `task_submissions` (`decided_at`);--> statement-breakpoint
CREATE TABLE `task_units` (
	`task_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`via_group` text,
	PRIMARY KEY(`task_id`, `unit_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_units_unit` ON `task_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `task_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`at` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text,
	`by_name` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`health` text,
	`changes` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_updates_task` ON `task_updates` (`task_id`,`at`);--> statement-breakpoint
CREATE INDEX `task_updates_on` ON `task_updates` (`on`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`is_group` integer DEFAULT false NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`sort` integer NOT NULL,
	`campaign_id` text,
	`owner_unit_id` text NOT NULL,
	`document_id` text,
	`clause` text DEFAULT '' NOT NULL,
	`lead_unit_id` text,
	`accountable_unit_id` text,
	`responsible_id` text,
	`appraiser_unit_id` text,
	`coordinating_groups` text NOT NULL,
	`product` text DEFAULT '' NOT NULL,
	`beneficiary` text,
	`indicator` text DEFAULT '' NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`critical` integer DEFAULT false NOT NULL,
	`weight` real DEFAULT 1 NOT NULL,
	`calendar` text DEFAULT 'all' NOT NULL,
	`starts_on` text,
	`due_on` text,
	`due_precision` text DEFAULT 'day' NOT NULL,
	`baseline_starts_on` text,
	`baseline_due_on` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`progress` integer,
	`health` text,
	`health_note` text DEFAULT '' NOT NULL,
	`health_at` integer,
	`additional` integer DEFAULT false NOT NULL,
	`event_id` text,
	`carried_from_id` text,
	`assigned_at` integer,
	`submitted_on` text,
	`accepted_on` text,
	`reported_at` integer,
	`press` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountable_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appraiser_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`carried_from_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_parent` ON `tasks` (`parent_id`,`sort`);--> statement-breakpoint
CREATE INDEX `tasks_path` ON `tasks` (`path`);--> statement-breakpoint
CREATE INDEX `tasks_campaign` ON `tasks` (`campaign_id`);--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`owner_unit_id`);--> statement-breakpoint
CREATE INDEX `tasks_lead` ON `tasks` (`lead_unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `tasks_appraiser` ON `tasks` (`appraiser_unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `tasks_responsible` ON `tasks` (`responsible_id`);--> statement-breakpoint
CREATE INDEX `tasks_document` ON `tasks` (`document_id`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_event` ON `tasks` (`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_press` ON `tasks` (`press`);