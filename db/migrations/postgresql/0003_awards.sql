CREATE TABLE "award_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"sort" integer NOT NULL,
	"title" jsonb NOT NULL,
	"guidance" jsonb,
	"forms" jsonb NOT NULL,
	"nominee_kinds" jsonb NOT NULL,
	"required_files" jsonb NOT NULL,
	"quota" integer,
	"quota_per_unit" integer,
	"minimum_score" double precision,
	"aggregate" text DEFAULT 'mean' NOT NULL,
	"adjustment" text DEFAULT 'auto' NOT NULL,
	"blind" boolean DEFAULT false NOT NULL,
	"rivals_leave" boolean DEFAULT true NOT NULL,
	"judges_per_nomination" integer,
	"secret" boolean DEFAULT true NOT NULL,
	"threshold_percent" integer DEFAULT 80 NOT NULL,
	"over_half" boolean DEFAULT false NOT NULL,
	"vote_base" text DEFAULT 'all' NOT NULL,
	"written_votes" boolean DEFAULT true NOT NULL,
	"adjustment_fixed" text,
	"adjustment_fixed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "award_criteria" (
	"id" text PRIMARY KEY NOT NULL,
	"category_id" text NOT NULL,
	"sort" integer NOT NULL,
	"title" jsonb NOT NULL,
	"hint" jsonb,
	"weight" integer NOT NULL,
	"maximum" integer DEFAULT 10 NOT NULL,
	"step" double precision DEFAULT 0.5 NOT NULL,
	"required" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"purpose" jsonb,
	"year" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"campaign_id" text,
	"owner_unit_id" text NOT NULL,
	"document_id" text,
	"ceremony_event_id" text,
	"previous_id" text,
	"authority" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"quorum_of" integer DEFAULT 2 NOT NULL,
	"quorum_in" integer DEFAULT 3 NOT NULL,
	"conflict_years" integer DEFAULT 3 NOT NULL,
	"eligibility" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"last_receipt" integer DEFAULT 0 NOT NULL,
	"press" text,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "council_members" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"user_id" text NOT NULL,
	"person_id" text,
	"unit_id" text,
	"role" text DEFAULT 'member' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"sort" integer NOT NULL,
	"declared_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "late_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text,
	"granted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_phases" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "council_meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"title" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL,
	"tellers" text DEFAULT '' NOT NULL,
	"press" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "council_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"meeting_id" text,
	"kind" text NOT NULL,
	"result_hash" text NOT NULL,
	"made_by" text,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_attendance" (
	"meeting_id" text NOT NULL,
	"member_id" text NOT NULL,
	"attendance" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "meeting_attendance_meeting_id_member_id_pk" PRIMARY KEY("meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "open_votes" (
	"poll_id" text NOT NULL,
	"member_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "open_votes_poll_id_member_id_nomination_id_pk" PRIMARY KEY("poll_id","member_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "poll_receipts" (
	"poll_id" text NOT NULL,
	"code_hash" text NOT NULL,
	CONSTRAINT "poll_receipts_poll_id_code_hash_pk" PRIMARY KEY("poll_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "poll_tallies" (
	"poll_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"yes" integer DEFAULT 0 NOT NULL,
	"no" integer DEFAULT 0 NOT NULL,
	"blank" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "poll_tallies_poll_id_nomination_id_pk" PRIMARY KEY("poll_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "poll_voters" (
	"poll_id" text NOT NULL,
	"member_id" text NOT NULL,
	"voted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "poll_voters_poll_id_member_id_pk" PRIMARY KEY("poll_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"category_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"secret" boolean NOT NULL,
	"threshold_percent" integer NOT NULL,
	"over_half" boolean NOT NULL,
	"base" text NOT NULL,
	"members" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"casting_nomination_id" text,
	"casting_by" text,
	"result_hash" text,
	"result" jsonb,
	"press" text
);
--> statement-breakpoint
CREATE TABLE "award_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" text NOT NULL,
	"signatory" text NOT NULL,
	"signatory_title" text NOT NULL,
	"authority" text NOT NULL,
	"document_id" text,
	"recorded_by" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"press" text
);
--> statement-breakpoint
CREATE TABLE "honours" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"round_id" text,
	"nomination_id" text,
	"decision_id" text,
	"decision_number" text DEFAULT '' NOT NULL,
	"decided_on" text,
	"category" text NOT NULL,
	"form" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"unit_name" text DEFAULT '' NOT NULL,
	"unit_id" text,
	"achievement" text DEFAULT '' NOT NULL,
	"nominee_key" text NOT NULL,
	"achievement_key" text NOT NULL,
	"register" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"verify_code" text NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"handed_over_on" text,
	"revoked_on" text,
	"revocation_number" text DEFAULT '' NOT NULL,
	"revocation_reason" text DEFAULT '' NOT NULL,
	"revoked_by" text,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nomination_files" (
	"id" text PRIMARY KEY NOT NULL,
	"nomination_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_id" text NOT NULL,
	"added_by" text,
	"added_by_name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "nomination_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"nomination_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_user_id" text,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nomination_text_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"nomination_id" text NOT NULL,
	"field" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nomination_texts" (
	"nomination_id" text NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "nomination_texts_nomination_id_field_pk" PRIMARY KEY("nomination_id","field")
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"category_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"kind" text NOT NULL,
	"nominee_name" text NOT NULL,
	"nominee_position" text DEFAULT '' NOT NULL,
	"nominee_unit_id" text,
	"form" text NOT NULL,
	"receipt" integer,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"nominee_key" text NOT NULL,
	"achievement_key" text DEFAULT '' NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"signed_by" text,
	"signed_by_person_id" text,
	"submitted_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"press" text,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declared_conflicts" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "score_assignments" (
	"member_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	CONSTRAINT "score_assignments_member_id_nomination_id_pk" PRIMARY KEY("member_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "score_recounts" (
	"id" text PRIMARY KEY NOT NULL,
	"category_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_user_id" text,
	"by_name" text NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_sheets" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"abstained_at" timestamp (3) with time zone,
	"abstain_reason" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"sheet_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"value" double precision NOT NULL,
	CONSTRAINT "scores_sheet_id_criterion_id_pk" PRIMARY KEY("sheet_id","criterion_id")
);
--> statement-breakpoint
ALTER TABLE "award_categories" ADD CONSTRAINT "award_categories_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria" ADD CONSTRAINT "award_criteria_category_id_award_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_owner_unit_id_units_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_ceremony_event_id_events_id_fk" FOREIGN KEY ("ceremony_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_previous_id_award_rounds_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."award_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_rounds" ADD CONSTRAINT "award_rounds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_exceptions" ADD CONSTRAINT "late_exceptions_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_exceptions" ADD CONSTRAINT "late_exceptions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_exceptions" ADD CONSTRAINT "late_exceptions_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_phases" ADD CONSTRAINT "round_phases_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_meetings" ADD CONSTRAINT "council_meetings_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_papers" ADD CONSTRAINT "council_papers_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_papers" ADD CONSTRAINT "council_papers_meeting_id_council_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."council_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_papers" ADD CONSTRAINT "council_papers_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_council_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."council_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_votes" ADD CONSTRAINT "open_votes_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_votes" ADD CONSTRAINT "open_votes_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_votes" ADD CONSTRAINT "open_votes_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_receipts" ADD CONSTRAINT "poll_receipts_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_tallies" ADD CONSTRAINT "poll_tallies_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_tallies" ADD CONSTRAINT "poll_tallies_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_meeting_id_council_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."council_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_category_id_award_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_casting_nomination_id_nominations_id_fk" FOREIGN KEY ("casting_nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_casting_by_council_members_id_fk" FOREIGN KEY ("casting_by") REFERENCES "public"."council_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "honours" ADD CONSTRAINT "honours_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "honours" ADD CONSTRAINT "honours_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "honours" ADD CONSTRAINT "honours_decision_id_award_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."award_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "honours" ADD CONSTRAINT "honours_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "honours" ADD CONSTRAINT "honours_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_files" ADD CONSTRAINT "nomination_files_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_files" ADD CONSTRAINT "nomination_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_files" ADD CONSTRAINT "nomination_files_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_steps" ADD CONSTRAINT "nomination_steps_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_steps" ADD CONSTRAINT "nomination_steps_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_text_versions" ADD CONSTRAINT "nomination_text_versions_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_texts" ADD CONSTRAINT "nomination_texts_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_texts" ADD CONSTRAINT "nomination_texts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_round_id_award_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_category_id_award_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_nominee_unit_id_units_id_fk" FOREIGN KEY ("nominee_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_signed_by_person_id_people_id_fk" FOREIGN KEY ("signed_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_assignments" ADD CONSTRAINT "score_assignments_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_assignments" ADD CONSTRAINT "score_assignments_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_recounts" ADD CONSTRAINT "score_recounts_category_id_award_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_recounts" ADD CONSTRAINT "score_recounts_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_member_id_council_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."council_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_sheet_id_score_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."score_sheets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_criterion_id_award_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."award_criteria"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_categories_round" ON "award_categories" USING btree ("round_id","sort");--> statement-breakpoint
CREATE INDEX "award_criteria_category" ON "award_criteria" USING btree ("category_id","sort");--> statement-breakpoint
CREATE UNIQUE INDEX "award_rounds_slug" ON "award_rounds" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "award_rounds_press" ON "award_rounds" USING btree ("press");--> statement-breakpoint
CREATE INDEX "award_rounds_owner" ON "award_rounds" USING btree ("owner_unit_id");--> statement-breakpoint
CREATE INDEX "award_rounds_year" ON "award_rounds" USING btree ("year");--> statement-breakpoint
CREATE UNIQUE INDEX "council_members_user" ON "council_members" USING btree ("round_id","user_id");--> statement-breakpoint
CREATE INDEX "council_members_of" ON "council_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "late_exceptions_unit" ON "late_exceptions" USING btree ("round_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_phases_kind" ON "round_phases" USING btree ("round_id","kind");--> statement-breakpoint
CREATE INDEX "council_meetings_round" ON "council_meetings" USING btree ("round_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "council_meetings_press" ON "council_meetings" USING btree ("press");--> statement-breakpoint
CREATE INDEX "council_papers_round" ON "council_papers" USING btree ("round_id","made_at");--> statement-breakpoint
CREATE INDEX "polls_meeting" ON "polls" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_press" ON "polls" USING btree ("press");--> statement-breakpoint
CREATE UNIQUE INDEX "award_decisions_number" ON "award_decisions" USING btree ("round_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "award_decisions_press" ON "award_decisions" USING btree ("press");--> statement-breakpoint
CREATE UNIQUE INDEX "honours_nomination" ON "honours" USING btree ("nomination_id");--> statement-breakpoint
CREATE UNIQUE INDEX "honours_verify" ON "honours" USING btree ("verify_code");--> statement-breakpoint
CREATE INDEX "honours_year" ON "honours" USING btree ("year");--> statement-breakpoint
CREATE INDEX "honours_decision" ON "honours" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "honours_nominee_key" ON "honours" USING btree ("nominee_key");--> statement-breakpoint
CREATE INDEX "honours_achievement_key" ON "honours" USING btree ("achievement_key");--> statement-breakpoint
CREATE INDEX "nomination_files_nomination" ON "nomination_files" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "nomination_files_file" ON "nomination_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "nomination_steps_nomination" ON "nomination_steps" USING btree ("nomination_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "nomination_text_versions_version" ON "nomination_text_versions" USING btree ("nomination_id","field","version");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_press" ON "nominations" USING btree ("press");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_receipt" ON "nominations" USING btree ("round_id","receipt");--> statement-breakpoint
CREATE INDEX "nominations_category" ON "nominations" USING btree ("category_id","state");--> statement-breakpoint
CREATE INDEX "nominations_unit" ON "nominations" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "nominations_nominee_unit" ON "nominations" USING btree ("nominee_unit_id");--> statement-breakpoint
CREATE INDEX "nominations_round" ON "nominations" USING btree ("round_id","state");--> statement-breakpoint
CREATE INDEX "nominations_nominee_key" ON "nominations" USING btree ("nominee_key");--> statement-breakpoint
CREATE INDEX "nominations_achievement_key" ON "nominations" USING btree ("achievement_key");--> statement-breakpoint
CREATE UNIQUE INDEX "declared_conflicts_pair" ON "declared_conflicts" USING btree ("member_id","nomination_id");--> statement-breakpoint
CREATE INDEX "score_assignments_nomination" ON "score_assignments" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "score_recounts_category" ON "score_recounts" USING btree ("category_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "score_sheets_pair" ON "score_sheets" USING btree ("member_id","nomination_id");--> statement-breakpoint
CREATE INDEX "score_sheets_nomination" ON "score_sheets" USING btree ("nomination_id");