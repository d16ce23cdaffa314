CREATE TABLE "conclusions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"text" text NOT NULL,
	"sort" integer NOT NULL,
	"task_id" text,
	"difficulty_id" text,
	"by_user_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "difficulties" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"proposer_unit_id" text NOT NULL,
	"proposed_by" text,
	"resolver_unit_id" text,
	"due_on" text,
	"task_id" text,
	"gap" text DEFAULT '' NOT NULL,
	"campaign_id" text,
	"blocks" boolean DEFAULT false NOT NULL,
	"solution" text DEFAULT '' NOT NULL,
	"event_id" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_on" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_on" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"search" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"uploaded_by" text,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'off' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digest_wishes" (
	"email" text PRIMARY KEY NOT NULL,
	"hour" integer NOT NULL,
	"off" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"submission_id" text,
	"kind" text NOT NULL,
	"file_id" text,
	"url" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"figure" double precision,
	"measure" text DEFAULT '' NOT NULL,
	"added_by" text,
	"added_by_name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "review_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"campaign_id" text,
	"owner_unit_id" text NOT NULL,
	"closes_on" text,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "review_verdicts" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"task_id" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"new_due_on" text,
	"new_due_precision" text,
	"into_task_id" text,
	"by_user_id" text,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
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
CREATE TABLE "task_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"email" text NOT NULL,
	"occasion" text NOT NULL,
	"on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_predecessors" (
	"task_id" text NOT NULL,
	"predecessor_id" text NOT NULL,
	CONSTRAINT "task_predecessors_task_id_predecessor_id_pk" PRIMARY KEY("task_id","predecessor_id")
);
--> statement-breakpoint
CREATE TABLE "task_submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"statement" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_on" text NOT NULL,
	"submitted_by" text,
	"submitted_by_name" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_units" (
	"task_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"via_group" text,
	CONSTRAINT "task_units_task_id_unit_id_pk" PRIMARY KEY("task_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "task_updates" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"on" text NOT NULL,
	"kind" text NOT NULL,
	"by_user_id" text,
	"by_name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"health" text,
	"changes" jsonb NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_group" boolean DEFAULT false NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"sort" integer NOT NULL,
	"campaign_id" text,
	"owner_unit_id" text NOT NULL,
	"document_id" text,
	"clause" text DEFAULT '' NOT NULL,
	"lead_unit_id" text,
	"accountable_unit_id" text,
	"responsible_id" text,
	"appraiser_unit_id" text,
	"coordinating_groups" jsonb NOT NULL,
	"product" text DEFAULT '' NOT NULL,
	"beneficiary" text,
	"indicator" text DEFAULT '' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"critical" boolean DEFAULT false NOT NULL,
	"weight" double precision DEFAULT 1 NOT NULL,
	"calendar" text DEFAULT 'all' NOT NULL,
	"starts_on" text,
	"due_on" text,
	"due_precision" text DEFAULT 'day' NOT NULL,
	"baseline_starts_on" text,
	"baseline_due_on" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"progress" integer,
	"health" text,
	"health_note" text DEFAULT '' NOT NULL,
	"health_at" timestamp (3) with time zone,
	"additional" boolean DEFAULT false NOT NULL,
	"event_id" text,
	"carried_from_id" text,
	"assigned_at" timestamp (3) with time zone,
	"submitted_on" text,
	"accepted_on" text,
	"reported_at" timestamp (3) with time zone,
	"press" text,
	"search" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_difficulty_id_difficulties_id_fk" FOREIGN KEY ("difficulty_id") REFERENCES "public"."difficulties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_proposer_unit_id_units_id_fk" FOREIGN KEY ("proposer_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_resolver_unit_id_units_id_fk" FOREIGN KEY ("resolver_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_task_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."task_submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_owner_unit_id_units_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_round_id_review_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_into_task_id_tasks_id_fk" FOREIGN KEY ("into_task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_batches" ADD CONSTRAINT "task_batches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_filters" ADD CONSTRAINT "task_filters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_imports" ADD CONSTRAINT "task_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_notices" ADD CONSTRAINT "task_notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_predecessors" ADD CONSTRAINT "task_predecessors_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_predecessors" ADD CONSTRAINT "task_predecessors_predecessor_id_tasks_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_submissions" ADD CONSTRAINT "task_submissions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_submissions" ADD CONSTRAINT "task_submissions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_submissions" ADD CONSTRAINT "task_submissions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_updates" ADD CONSTRAINT "task_updates_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_updates" ADD CONSTRAINT "task_updates_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_id_tasks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_owner_unit_id_units_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_accountable_unit_id_units_id_fk" FOREIGN KEY ("accountable_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_appraiser_unit_id_units_id_fk" FOREIGN KEY ("appraiser_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_carried_from_id_tasks_id_fk" FOREIGN KEY ("carried_from_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conclusions_event" ON "conclusions" USING btree ("event_id","sort");--> statement-breakpoint
CREATE INDEX "conclusions_task" ON "conclusions" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "difficulties_state" ON "difficulties" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "difficulties_task" ON "difficulties" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "difficulties_proposer" ON "difficulties" USING btree ("proposer_unit_id");--> statement-breakpoint
CREATE INDEX "difficulties_resolver" ON "difficulties" USING btree ("resolver_unit_id");--> statement-breakpoint
CREATE INDEX "difficulties_event" ON "difficulties" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_sha256_name" ON "files" USING btree ("sha256","name");--> statement-breakpoint
CREATE INDEX "files_uploaded_by" ON "files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "evidence_task" ON "evidence" USING btree ("task_id","added_at");--> statement-breakpoint
CREATE INDEX "evidence_file" ON "evidence" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "evidence_submission" ON "evidence" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "review_rounds_owner" ON "review_rounds" USING btree ("owner_unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_verdicts_task" ON "review_verdicts" USING btree ("round_id","task_id");--> statement-breakpoint
CREATE INDEX "review_verdicts_task_at" ON "review_verdicts" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_batches_user" ON "task_batches" USING btree ("user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "task_filters_name" ON "task_filters" USING btree ("user_id","name");--> statement-breakpoint
CREATE INDEX "task_imports_user" ON "task_imports" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "task_notices_once" ON "task_notices" USING btree ("task_id","email","occasion");--> statement-breakpoint
CREATE INDEX "task_notices_email" ON "task_notices" USING btree ("email","on");--> statement-breakpoint
CREATE INDEX "task_predecessors_predecessor" ON "task_predecessors" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "task_submissions_task" ON "task_submissions" USING btree ("task_id","submitted_at");--> statement-breakpoint
CREATE INDEX "task_submissions_open" ON "task_submissions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "task_units_unit" ON "task_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "task_updates_task" ON "task_updates" USING btree ("task_id","at");--> statement-breakpoint
CREATE INDEX "task_updates_on" ON "task_updates" USING btree ("on");--> statement-breakpoint
CREATE INDEX "tasks_parent" ON "tasks" USING btree ("parent_id","sort");--> statement-breakpoint
CREATE INDEX "tasks_path" ON "tasks" USING btree ("path");--> statement-breakpoint
CREATE INDEX "tasks_campaign" ON "tasks" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "tasks_owner" ON "tasks" USING btree ("owner_unit_id");--> statement-breakpoint
CREATE INDEX "tasks_lead" ON "tasks" USING btree ("lead_unit_id","state");--> statement-breakpoint
CREATE INDEX "tasks_appraiser" ON "tasks" USING btree ("appraiser_unit_id","state");--> statement-breakpoint
CREATE INDEX "tasks_responsible" ON "tasks" USING btree ("responsible_id");--> statement-breakpoint
CREATE INDEX "tasks_document" ON "tasks" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "tasks_event" ON "tasks" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_press" ON "tasks" USING btree ("press");