import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The nonce of this page's scripts while it is drawn on the server; in the browser there is none, as browsers hide it. */
export const useNonce = (): string | undefined => useContext(NonceContext);
