export { vi as hi } from "./vi";
