export { vi as ar } from "./vi";
