/** Ids arrive in addresses; what is no id names nothing (404) and must not reach PostgreSQL as a type error. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
