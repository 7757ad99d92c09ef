/**
 * A part of an application as fields that are compared one by one: an answer, a row of a table, a whole budget line,
 * the answer to a point. As typed, because a draft keeps everything; in order, because rows and budget lines have one.
 */
export type Fields = ReadonlyMap<string, string>;
