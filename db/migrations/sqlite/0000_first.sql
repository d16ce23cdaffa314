CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text,
	`granted_at` integer NOT NULL,
	`granted_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_user` ON `grants` (`user_id`);--> statement-breakpoint
CREATE INDEX `grants_unit` ON `grants` (`unit_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit_id` text,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`set_up_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`user_id` text,
	`link_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`go_to` text DEFAULT '/' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_requests_link` ON `sign_in_requests` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_requests_email` ON `sign_in_requests` (`email`,`created_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`locale` text DEFAULT 'vi' NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`last_sign_in_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`verb` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `campaign_documents` (
	`campaign_id` text NOT NULL,
	`document_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `document_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign_units` (
	`campaign_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`starts_on` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `unit_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`owner_unit_id` text NOT NULL,
	`title` text NOT NULL,
	`theme` text,
	`second_theme` text,
	`purpose` text,
	`anchor_on` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`is_public` integer DEFAULT false NOT NULL,
	`previous_id` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_slug` ON `campaigns` (`slug`);--> statement-breakpoint
CREATE INDEX `campaigns_owner` ON `campaigns` (`owner_unit_id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`offset_days` integer,
	`done_on` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `milestones_campaign` ON `milestones` (`campaign_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `phases` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `phases_campaign` ON `phases` (`campaign_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`style` text NOT NULL,
	`serial` integer,
	`type` text DEFAULT '' NOT NULL,
	`issuer_code` text DEFAULT '' NOT NULL,
	`issuer` text DEFAULT '' NOT NULL,
	`year` integer,
	`issued_on` text,
	`abstract` text DEFAULT '' NOT NULL,
	`signatory` text DEFAULT '' NOT NULL,
	`parent_id` text,
	`valid_from` text,
	`valid_to` text,
	`url` text DEFAULT '' NOT NULL,
	`number_key` text NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`number_key`,`issuer`,`year`);--> statement-breakpoint
CREATE INDEX `documents_parent` ON `documents` (`parent_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`title` text NOT NULL,
	`speaker` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	`sort` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agenda_items_event` ON `agenda_items` (`event_id`,`sort`);--> statement-breakpoint
CREATE TABLE `chairs` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`full_name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`sort` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `chairs_event` ON `chairs` (`event_id`,`sort`);--> statement-breakpoint
CREATE TABLE `event_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`from_starts_at` integer NOT NULL,
	`from_ends_at` integer NOT NULL,
	`to_starts_at` integer,
	`to_ends_at` integer,
	`reason` text NOT NULL,
	`moved_at` integer NOT NULL,
	`moved_by` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_moves_event` ON `event_moves` (`event_id`,`moved_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text,
	`parent_id` text,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`host_unit_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`date_open` integer DEFAULT false NOT NULL,
	`zone` text NOT NULL,
	`reply_by` integer,
	`guests_choose_point` integer DEFAULT false NOT NULL,
	`invitation_number` text DEFAULT '' NOT NULL,
	`composition` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`is_public` integer DEFAULT false NOT NULL,
	`reminders` text NOT NULL,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug` ON `events` (`slug`);--> statement-breakpoint
CREATE INDEX `events_campaign` ON `events` (`campaign_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_host` ON `events` (`host_unit_id`);--> statement-breakpoint
CREATE INDEX `events_state` ON `events` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `points` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`unit_id` text,
	`name` text NOT NULL,
	`is_main` integer DEFAULT false NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`way` text DEFAULT '' NOT NULL,
	`meeting_url` text DEFAULT '' NOT NULL,
	`chair_name` text DEFAULT '' NOT NULL,
	`chair_position` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_phone` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`capacity` integer,
	`sort` integer NOT NULL,
	`line_test` text DEFAULT 'untested' NOT NULL,
	`line_tested_at` integer,
	`line_note` text DEFAULT '' NOT NULL,
	`search` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `points_event` ON `points` (`event_id`,`sort`);--> statement-breakpoint
CREATE INDEX `points_unit` ON `points` (`unit_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text DEFAULT '' NOT NULL,
	`recipient` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`search` text NOT NULL,
	`sealed` text NOT NULL,
	`message_id` text NOT NULL,
	`written_at` integer NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`due_at` integer NOT NULL,
	`send_by` integer,
	`priority` integer DEFAULT 5 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`sent_at` integer,
	`failure` text DEFAULT '' NOT NULL,
	`response_code` integer,
	`response` text DEFAULT '' NOT NULL,
	`ended_by` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_key` ON `letters` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_queued` ON `letters` (`priority`,`due_at`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `letters_claimed` ON `letters` (`claimed_by`) WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX `letters_topic` ON `letters` (`topic`,`state`);--> statement-breakpoint
CREATE INDEX `letters_recipient` ON `letters` (`recipient`);--> statement-breakpoint
CREATE INDEX `letters_written` ON `letters` (`written_at`);--> statement-breakpoint
CREATE TABLE `outbox_pauses` (
	`scope` text PRIMARY KEY NOT NULL,
	`paused_at` integer NOT NULL,
	`paused_by` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answer_log` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`answer` text NOT NULL,
	`via` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`point_id` text,
	`substitute_id` text,
	`by_user_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_log_participant` ON `answer_log` (`participant_id`,`at`);--> statement-breakpoint
CREATE TABLE `list_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`sheet_name` text DEFAULT '' NOT NULL,
	`rows` text NOT NULL,
	`mapping` text NOT NULL,
	`choices` text NOT NULL,
	`counts` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `list_imports_event` ON `list_imports` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text,
	`at` integer NOT NULL,
	`audience` text NOT NULL,
	`excluded` text NOT NULL,
	`about` text NOT NULL,
	`written` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mailings_event` ON `mailings` (`event_id`,`at`);--> statement-breakpoint
CREATE INDEX `mailings_open` ON `mailings` (`done_at`,`at`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`point_id` text NOT NULL,
	`full_name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`organization` text DEFAULT '' NOT NULL,
	`unit_id` text,
	`email` text,
	`phone` text DEFAULT '' NOT NULL,
	`locale` text DEFAULT 'vi' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`identity` text NOT NULL,
	`stands_in_for_id` text,
	`answer` text DEFAULT 'none' NOT NULL,
	`answered_at` integer,
	`answered_via` text,
	`decline_reason` text DEFAULT '' NOT NULL,
	`invited_at` integer,
	`withdrawn_at` integer,
	`token_hash` text,
	`token_version` integer DEFAULT 0 NOT NULL,
	`token_kid` text DEFAULT '' NOT NULL,
	`door_code` text NOT NULL,
	`bounced_at` integer,
	`bounce_reason` text DEFAULT '' NOT NULL,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	`checked_in_at` integer,
	`import_id` text,
	`search` text NOT NULL,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`point_id`) REFERENCES `points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stands_in_for_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_identity` ON `participants` (`event_id`,`point_id`,`identity`);--> statement-breakpoint
CREATE UNIQUE INDEX `participants_token` ON `participants` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `participants_door` ON `participants` (`event_id`,`door_code`);--> statement-breakpoint
CREATE INDEX `participants_point_answer` ON `participants` (`point_id`,`answer`);--> statement-breakpoint
CREATE INDEX `participants_event_answer` ON `participants` (`event_id`,`answer`);--> statement-breakpoint
CREATE INDEX `participants_event_sort` ON `participants` (`event_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `participants_email` ON `participants` (`email`);--> statement-breakpoint
CREATE INDEX `participants_unit` ON `participants` (`unit_id`);--> statement-breakpoint
CREATE INDEX `participants_stands_in` ON `participants` (`stands_in_for_id`);--> statement-breakpoint
CREATE TABLE `holdings` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`duty` text NOT NULL,
	`title` text NOT NULL,
	`held_from` text NOT NULL,
	`held_to` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `holdings_unit` ON `holdings` (`unit_id`);--> statement-breakpoint
CREATE INDEX `holdings_person` ON `holdings` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`full_name` text NOT NULL,
	`email` text,
	`phone` text DEFAULT '' NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `unit_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` text NOT NULL,
	`under_id` text,
	`created_at` integer NOT NULL,
	`applied_at` integer
);
--> statement-breakpoint
CREATE TABLE `unit_successions` (
	`id` text PRIMARY KEY NOT NULL,
	`from_unit_id` text NOT NULL,
	`to_unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	FOREIGN KEY (`from_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_successions_pair` ON `unit_successions` (`from_unit_id`,`to_unit_id`);--> statement-breakpoint
CREATE INDEX `unit_successions_to` ON `unit_successions` (`to_unit_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`name` text NOT NULL,
	`short_name` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`active_from` text,
	`active_to` text,
	`rural` integer DEFAULT false NOT NULL,
	`border` integer DEFAULT false NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_code` ON `units` (`code`);--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE INDEX `units_path` ON `units` (`path`);