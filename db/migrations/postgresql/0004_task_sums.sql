DROP INDEX "tasks_parent";--> statement-breakpoint
DROP INDEX "tasks_campaign";--> statement-breakpoint
CREATE INDEX "tasks_reported" ON "tasks" USING btree ("reported_at","state","starts_on","campaign_id","is_group");--> statement-breakpoint
CREATE INDEX "tasks_parent" ON "tasks" USING btree ("parent_id","sort","state","is_group");--> statement-breakpoint
CREATE INDEX "tasks_campaign" ON "tasks" USING btree ("campaign_id","document_id","owner_unit_id","is_group");