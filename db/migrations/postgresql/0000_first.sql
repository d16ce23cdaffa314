CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" text
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit_id" text,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"set_up_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"user_id" text,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"go_to" text DEFAULT '/' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"last_sign_in_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_documents" (
	"campaign_id" text NOT NULL,
	"document_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "campaign_documents_campaign_id_document_id_pk" PRIMARY KEY("campaign_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_units" (
	"campaign_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"starts_on" text NOT NULL,
	CONSTRAINT "campaign_units_campaign_id_unit_id_pk" PRIMARY KEY("campaign_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"owner_unit_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"theme" jsonb,
	"second_theme" jsonb,
	"purpose" jsonb,
	"anchor_on" text,
	"starts_on" text NOT NULL,
	"ends_on" text,
	"is_public" boolean DEFAULT false NOT NULL,
	"previous_id" text,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"due_on" text NOT NULL,
	"offset_days" integer,
	"done_on" text
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"style" text NOT NULL,
	"serial" integer,
	"type" text DEFAULT '' NOT NULL,
	"issuer_code" text DEFAULT '' NOT NULL,
	"issuer" text DEFAULT '' NOT NULL,
	"year" integer,
	"issued_on" text,
	"abstract" text DEFAULT '' NOT NULL,
	"signatory" text DEFAULT '' NOT NULL,
	"parent_id" text,
	"valid_from" text,
	"valid_to" text,
	"url" text DEFAULT '' NOT NULL,
	"number_key" text NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"title" text NOT NULL,
	"speaker" text DEFAULT '' NOT NULL,
	"minutes" integer NOT NULL,
	"sort" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chairs" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"full_name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"sort" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"from_starts_at" timestamp (3) with time zone NOT NULL,
	"from_ends_at" timestamp (3) with time zone NOT NULL,
	"to_starts_at" timestamp (3) with time zone,
	"to_ends_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"moved_by" text
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text,
	"parent_id" text,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"host_unit_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"date_open" boolean DEFAULT false NOT NULL,
	"zone" text NOT NULL,
	"reply_by" timestamp (3) with time zone,
	"guests_choose_point" boolean DEFAULT false NOT NULL,
	"invitation_number" text DEFAULT '' NOT NULL,
	"composition" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"reminders" jsonb NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"unit_id" text,
	"name" text NOT NULL,
	"is_main" boolean DEFAULT false NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"way" text DEFAULT '' NOT NULL,
	"meeting_url" text DEFAULT '' NOT NULL,
	"chair_name" text DEFAULT '' NOT NULL,
	"chair_position" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"sort" integer NOT NULL,
	"line_test" text DEFAULT 'untested' NOT NULL,
	"line_tested_at" timestamp (3) with time zone,
	"line_note" text DEFAULT '' NOT NULL,
	"search" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"recipient" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"search" text NOT NULL,
	"sealed" text NOT NULL,
	"message_id" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"send_by" timestamp (3) with time zone,
	"priority" integer DEFAULT 5 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failure" text DEFAULT '' NOT NULL,
	"response_code" integer,
	"response" text DEFAULT '' NOT NULL,
	"ended_by" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_pauses" (
	"scope" text PRIMARY KEY NOT NULL,
	"paused_at" timestamp (3) with time zone NOT NULL,
	"paused_by" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_log" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"answer" text NOT NULL,
	"via" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"point_id" text,
	"substitute_id" text,
	"by_user_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text,
	"file_name" text NOT NULL,
	"sheet_name" text DEFAULT '' NOT NULL,
	"rows" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"by_user_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"audience" jsonb NOT NULL,
	"excluded" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"point_id" text NOT NULL,
	"full_name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"organization" text DEFAULT '' NOT NULL,
	"unit_id" text,
	"email" text,
	"phone" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"identity" text NOT NULL,
	"stands_in_for_id" text,
	"answer" text DEFAULT 'none' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_via" text,
	"decline_reason" text DEFAULT '' NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"token_hash" text,
	"token_version" integer DEFAULT 0 NOT NULL,
	"token_kid" text DEFAULT '' NOT NULL,
	"door_code" text NOT NULL,
	"bounced_at" timestamp (3) with time zone,
	"bounce_reason" text DEFAULT '' NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"checked_in_at" timestamp (3) with time zone,
	"import_id" text,
	"search" text NOT NULL,
	"sort_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"person_id" text NOT NULL,
	"duty" text NOT NULL,
	"title" text NOT NULL,
	"held_from" text NOT NULL,
	"held_to" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"email" text,
	"phone" text DEFAULT '' NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"under_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "unit_successions" (
	"id" text PRIMARY KEY NOT NULL,
	"from_unit_id" text NOT NULL,
	"to_unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"short_name" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"active_from" text,
	"active_to" text,
	"rural" boolean DEFAULT false NOT NULL,
	"border" boolean DEFAULT false NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_documents" ADD CONSTRAINT "campaign_documents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_documents" ADD CONSTRAINT "campaign_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_units" ADD CONSTRAINT "campaign_units_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_units" ADD CONSTRAINT "campaign_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_owner_unit_id_units_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_previous_id_campaigns_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_parent_id_documents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chairs" ADD CONSTRAINT "chairs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_moves" ADD CONSTRAINT "event_moves_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_host_unit_id_units_id_fk" FOREIGN KEY ("host_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_log" ADD CONSTRAINT "answer_log_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_imports" ADD CONSTRAINT "list_imports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_imports" ADD CONSTRAINT "list_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_stands_in_for_id_participants_id_fk" FOREIGN KEY ("stands_in_for_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_user" ON "grants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "grants_unit" ON "grants" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_requests_link" ON "sign_in_requests" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "sign_in_requests_email" ON "sign_in_requests" USING btree ("email","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_slug" ON "campaigns" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "campaigns_owner" ON "campaigns" USING btree ("owner_unit_id");--> statement-breakpoint
CREATE INDEX "milestones_campaign" ON "milestones" USING btree ("campaign_id","due_on");--> statement-breakpoint
CREATE INDEX "phases_campaign" ON "phases" USING btree ("campaign_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_number" ON "documents" USING btree ("number_key","issuer","year");--> statement-breakpoint
CREATE INDEX "documents_parent" ON "documents" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "agenda_items_event" ON "agenda_items" USING btree ("event_id","sort");--> statement-breakpoint
CREATE INDEX "chairs_event" ON "chairs" USING btree ("event_id","sort");--> statement-breakpoint
CREATE INDEX "event_moves_event" ON "event_moves" USING btree ("event_id","moved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_slug" ON "events" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "events_campaign" ON "events" USING btree ("campaign_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_host" ON "events" USING btree ("host_unit_id");--> statement-breakpoint
CREATE INDEX "events_state" ON "events" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "points_event" ON "points" USING btree ("event_id","sort");--> statement-breakpoint
CREATE INDEX "points_unit" ON "points" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_key" ON "letters" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_message_id" ON "letters" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "letters_queued" ON "letters" USING btree ("priority","due_at","id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "letters_claimed" ON "letters" USING btree ("claimed_by") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "letters_topic" ON "letters" USING btree ("topic","state");--> statement-breakpoint
CREATE INDEX "letters_recipient" ON "letters" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "letters_written" ON "letters" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "answer_log_participant" ON "answer_log" USING btree ("participant_id","at");--> statement-breakpoint
CREATE INDEX "list_imports_event" ON "list_imports" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "mailings_event" ON "mailings" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "mailings_open" ON "mailings" USING btree ("done_at","at");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_identity" ON "participants" USING btree ("event_id","point_id","identity");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_token" ON "participants" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_door" ON "participants" USING btree ("event_id","door_code");--> statement-breakpoint
CREATE INDEX "participants_point_answer" ON "participants" USING btree ("point_id","answer");--> statement-breakpoint
CREATE INDEX "participants_event_answer" ON "participants" USING btree ("event_id","answer");--> statement-breakpoint
CREATE INDEX "participants_event_sort" ON "participants" USING btree ("event_id","sort_key");--> statement-breakpoint
CREATE INDEX "participants_email" ON "participants" USING btree ("email");--> statement-breakpoint
CREATE INDEX "participants_unit" ON "participants" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "participants_stands_in" ON "participants" USING btree ("stands_in_for_id");--> statement-breakpoint
CREATE INDEX "holdings_unit" ON "holdings" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "holdings_person" ON "holdings" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_successions_pair" ON "unit_successions" USING btree ("from_unit_id","to_unit_id");--> statement-breakpoint
CREATE INDEX "unit_successions_to" ON "unit_successions" USING btree ("to_unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_code" ON "units" USING btree ("code");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_path" ON "units" USING btree ("path");