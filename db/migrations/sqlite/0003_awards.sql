CREATE TABLE `award_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`sort` integer NOT NULL,
	`title` text NOT NULL,
	`guidance` text,
	`forms` text NOT NULL,
	`nominee_kinds` text NOT NULL,
	`required_files` text NOT NULL,
	`quota` integer,
	`quota_per_unit` integer,
	`minimum_score` real,
	`aggregate` text DEFAULT 'mean' NOT NULL,
	`adjustment` text DEFAULT 'auto' NOT NULL,
	`blind` integer DEFAULT false NOT NULL,
	`rivals_leave` integer DEFAULT true NOT NULL,
	`judges_per_nomination` integer,
	`secret` integer DEFAULT true NOT NULL,
	`threshold_percent` integer DEFAULT 80 NOT NULL,
	`over_half` integer DEFAULT false NOT NULL,
	`vote_base` text DEFAULT 'all' NOT NULL,
	`written_votes` integer DEFAULT true NOT NULL,
	`adjustment_fixed` text,
	`adjustment_fixed_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `award_categories_round` ON `award_categories` (`round_id`,`sort`);--> statement-breakpoint
CREATE TABLE `award_criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`category_id` text NOT NULL,
	`sort` integer NOT NULL,
	`title` text NOT NULL,
	`hint` text,
	`weight` integer NOT NULL,
	`maximum` integer DEFAULT 10 NOT NULL,
	`step` real DEFAULT 0.5 NOT NULL,
	`required` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `award_categories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `award_criteria_category` ON `award_criteria` (`category_id`,`sort`);--> statement-breakpoint
CREATE TABLE `award_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text,
	`year` integer NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`campaign_id` text,
	`owner_unit_id` text NOT NULL,
	`document_id` text,
	`ceremony_event_id` text,
	`previous_id` text,
	`authority` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`quorum_of` integer DEFAULT 2 NOT NULL,
	`quorum_in` integer DEFAULT 3 NOT NULL,
	`conflict_years` integer DEFAULT 3 NOT NULL,
	`eligibility` text NOT NULL,
	`published_at` integer,
	`last_receipt` integer DEFAULT 0 NOT NULL,
	`press` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ceremony_event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_rounds_slug` ON `award_rounds` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `award_rounds_press` ON `award_rounds` (`press`);--> statement-breakpoint
CREATE INDEX `award_rounds_owner` ON `award_rounds` (`owner_unit_id`);--> statement-breakpoint
CREATE INDEX `award_rounds_year` ON `award_rounds` (`year`);--> statement-breakpoint
CREATE TABLE `council_members` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`user_id` text NOT NULL,
	`person_id` text,
	`unit_id` text,
	`role` text DEFAULT 'member' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`sort` integer NOT NULL,
	`declared_at` integer,
	`left_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `council_members_user` ON `council_members` (`round_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `council_members_of` ON `council_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `late_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`until` integer NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `late_exceptions_unit` ON `late_exceptions` (`round_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `round_phases` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_phases_kind` ON `round_phases` (`round_id`,`kind`);--> statement-breakpoint
CREATE TABLE `council_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`title` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`starts_at` integer NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`note` text DEFAULT '' NOT NULL,
	`tellers` text DEFAULT '' NOT NULL,
	`press` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `council_meetings_round` ON `council_meetings` (`round_id`,`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `council_meetings_press` ON `council_meetings` (`press`);--> statement-breakpoint
CREATE TABLE `council_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`meeting_id` text,
	`kind` text NOT NULL,
	`result_hash` text NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `council_meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `council_papers_round` ON `council_papers` (`round_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `meeting_attendance` (
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`attendance` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`meeting_id`, `member_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `council_meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `open_votes` (
	`poll_id` text NOT NULL,
	`member_id` text NOT NULL,
	`nomination_id` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`poll_id`, `member_id`, `nomination_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `poll_receipts` (
	`poll_id` text NOT NULL,
	`code_hash` text NOT NULL,
	PRIMARY KEY(`poll_id`, `code_hash`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `poll_tallies` (
	`poll_id` text NOT NULL,
	`nomination_id` text NOT NULL,
	`yes` integer DEFAULT 0 NOT NULL,
	`no` integer DEFAULT 0 NOT NULL,
	`blank` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`poll_id`, `nomination_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `poll_voters` (
	`poll_id` text NOT NULL,
	`member_id` text NOT NULL,
	`voted` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`poll_id`, `member_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `polls` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`category_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`secret` integer NOT NULL,
	`threshold_percent` integer NOT NULL,
	`over_half` integer NOT NULL,
	`base` text NOT NULL,
	`members` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`casting_nomination_id` text,
	`casting_by` text,
	`result_hash` text,
	`result` text,
	`press` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `council_meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`category_id`) REFERENCES `award_categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casting_nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casting_by`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `polls_meeting` ON `polls` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `polls_press` ON `polls` (`press`);--> statement-breakpoint
CREATE TABLE `award_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`number` text NOT NULL,
	`issued_on` text NOT NULL,
	`signatory` text NOT NULL,
	`signatory_title` text NOT NULL,
	`authority` text NOT NULL,
	`document_id` text,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	`told_at` integer,
	`press` text,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_decisions_number` ON `award_decisions` (`round_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `award_decisions_press` ON `award_decisions` (`press`);--> statement-breakpoint
CREATE TABLE `honours` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`round_id` text,
	`nomination_id` text,
	`decision_id` text,
	`decision_number` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`category` text NOT NULL,
	`form` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`unit_name` text DEFAULT '' NOT NULL,
	`unit_id` text,
	`achievement` text DEFAULT '' NOT NULL,
	`nominee_key` text NOT NULL,
	`achievement_key` text NOT NULL,
	`register` text DEFAULT '' NOT NULL,
	`locale` text DEFAULT 'vi' NOT NULL,
	`verify_code` text NOT NULL,
	`published` integer DEFAULT true NOT NULL,
	`handed_over_on` text,
	`revoked_on` text,
	`revocation_number` text DEFAULT '' NOT NULL,
	`revocation_reason` text DEFAULT '' NOT NULL,
	`revoked_by` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `award_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `honours_nomination` ON `honours` (`nomination_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `honours_verify` ON `honours` (`verify_code`);--> statement-breakpoint
CREATE INDEX `honours_year` ON `honours` (`year`);--> statement-breakpoint
CREATE INDEX `honours_decision` ON `honours` (`decision_id`);--> statement-breakpoint
CREATE INDEX `honours_nominee_key` ON `honours` (`nominee_key`);--> statement-breakpoint
CREATE INDEX `honours_achievement_key` ON `honours` (`achievement_key`);--> statement-breakpoint
CREATE TABLE `nomination_files` (
	`id` text PRIMARY KEY NOT NULL,
	`nomination_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`added_by` text,
	`added_by_name` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `nomination_files_nomination` ON `nomination_files` (`nomination_id`);--> statement-breakpoint
CREATE INDEX `nomination_files_file` ON `nomination_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `nomination_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`nomination_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by_user_id` text,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `nomination_steps_nomination` ON `nomination_steps` (`nomination_id`,`at`);--> statement-breakpoint
CREATE TABLE `nomination_text_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`nomination_id` text NOT NULL,
	`field` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `nomination_text_versions_version` ON `nomination_text_versions` (`nomination_id`,`field`,`version`);--> statement-breakpoint
CREATE TABLE `nomination_texts` (
	`nomination_id` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text,
	`updated_by_name` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`nomination_id`, `field`),
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `nominations` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`category_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`kind` text NOT NULL,
	`nominee_name` text NOT NULL,
	`nominee_position` text DEFAULT '' NOT NULL,
	`nominee_unit_id` text,
	`form` text NOT NULL,
	`receipt` integer,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`nominee_key` text NOT NULL,
	`achievement_key` text DEFAULT '' NOT NULL,
	`late` integer DEFAULT false NOT NULL,
	`signed_at` integer,
	`signed_by` text,
	`signed_by_person_id` text,
	`submitted_at` integer,
	`received_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	`press` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `award_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `award_categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nominee_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_press` ON `nominations` (`press`);--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_receipt` ON `nominations` (`round_id`,`receipt`);--> statement-breakpoint
CREATE INDEX `nominations_category` ON `nominations` (`category_id`,`state`);--> statement-breakpoint
CREATE INDEX `nominations_unit` ON `nominations` (`unit_id`);--> statement-breakpoint
CREATE INDEX `nominations_nominee_unit` ON `nominations` (`nominee_unit_id`);--> statement-breakpoint
CREATE INDEX `nominations_round` ON `nominations` (`round_id`,`state`);--> statement-breakpoint
CREATE INDEX `nominations_nominee_key` ON `nominations` (`nominee_key`);--> statement-breakpoint
CREATE INDEX `nominations_achievement_key` ON `nominations` (`achievement_key`);--> statement-breakpoint
CREATE TABLE `declared_conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`nomination_id` text NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declared_conflicts_pair` ON `declared_conflicts` (`member_id`,`nomination_id`);--> statement-breakpoint
CREATE TABLE `score_assignments` (
	`member_id` text NOT NULL,
	`nomination_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `nomination_id`),
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `score_assignments_nomination` ON `score_assignments` (`nomination_id`);--> statement-breakpoint
CREATE TABLE `score_recounts` (
	`id` text PRIMARY KEY NOT NULL,
	`category_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text,
	`by_name` text NOT NULL,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `award_categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `score_recounts_category` ON `score_recounts` (`category_id`,`at`);--> statement-breakpoint
CREATE TABLE `score_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`nomination_id` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`submitted_at` integer,
	`abstained_at` integer,
	`abstain_reason` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `council_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_sheets_pair` ON `score_sheets` (`member_id`,`nomination_id`);--> statement-breakpoint
CREATE INDEX `score_sheets_nomination` ON `score_sheets` (`nomination_id`);--> statement-breakpoint
CREATE TABLE `scores` (
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`sheet_id`, `criterion_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `award_criteria`(`id`) ON UPDATE no action ON DELETE cascade
);
