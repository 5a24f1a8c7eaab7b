const words = (length: number) => "consent ".repeat(Math.ceil(length / 8)).slice(0, length);

/** 250 bytes of a role's words, which with the reasons make 500 in a proposal. */
export const ROLE = {
  name: words(20),
  text: words(80),
  domains: [words(60)],
  accountabilities: [words(90)],
};
/** 250 bytes. */
export const REASONS = { tension: words(80), example: words(90), explanation: words(80) };
/** 400 bytes. */
export const NEW_ROLE = {
  name: words(20),
  text: words(120),
  domains: [words(110)],
  accountabilities: [words(150)],
};
/** 300 bytes. */
export const OBJECTION = {
  harm: words(75),
  limits: words(75),
  cause: words(75),
  certainty: words(75),
  rule: "",
};
/** 200 bytes. */
export const PURPOSE = words(200);
/** 500 bytes, for whoever takes one text. */
export const ONE_TEXT = words(500);
/** 300 bytes. */
export const REASON = words(300);
