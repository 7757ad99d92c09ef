/** The runner in plain Node offers Jest's functions as globals; test files name what they use, as everywhere with Jest. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis;
