import type { Words } from "./index";

export const en: Words = {
  upcoming: "Upcoming",
  past: "Past",
  drafts: "Drafts",
  views: "Groups of events",
  newEvent: "New event",
  filter: "Filter",
  clear: "Clear",
  term: "Event name",
  allCampaigns: "All campaigns",
  allKinds: "All kinds",
  mine: "My units only",
  answered: "Answered / invited",
  empty: {
    upcoming: ["No upcoming events", "Events appear here once registration is open."],
    past: ["No past events", "Events move here when they are over."],
    drafts: ["No drafts", "A new event is a draft until its registration is opened."],
  },
  noMatch: ["No event matches", "Leave out some of the conditions."],
};
