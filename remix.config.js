/**
 * The Remix options, kept apart from Vite so that they can be read at a glance.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    // Off on purpose: with it one anonymous GET of /__manifest costs seconds of CPU.
    v3_lazyRouteDiscovery: false,
  },
  // Two wings: Remix's cost grows with the number of routes, and staff code has no business in a guest's request.
  serverBundles: ({ branch }) => (branch.some((route) => route.id.startsWith("routes/_guest")) ? "guests" : "staff"),
};
