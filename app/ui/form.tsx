/** A form that works without script and is taken over by the router where there is one. */
export { Form } from "@remix-run/react";
