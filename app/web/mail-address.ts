/**
 * One plain address and nothing else: no name, no brackets, quotes, comments, comma or space, ASCII only.
 * Narrower than the standard on purpose: what passes here can stand in a letter's envelope and header as it is.
 */
export const isPlainAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[a-z0-9_+&'~=-]+(\.[a-z0-9_+&'~=-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/i.test(
    text,
  ) &&
  text.indexOf("@") <= 64;
