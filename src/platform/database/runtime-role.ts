import type { DataSource } from 'typeorm';

interface RoleFacts {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: string | null;
}

/** Start-up check: with a role that row-level security does not bind, one town could read another's records. */
export async function refuseUnsafeRole(source: DataSource): Promise<void> {
  const [facts] = (await source.query(
    `SELECT current_user AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
            (SELECT string_agg(c.relname, ', ') FROM pg_class c
              WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND pg_has_role(c.relowner, 'MEMBER')) AS owns
       FROM pg_roles WHERE rolname = current_user`,
  )) as RoleFacts[];
  const reason = facts?.superuser
    ? 'is a superuser'
    : facts?.bypasses
      ? 'has BYPASSRLS'
      : facts?.owns
        ? 'owns tables (or is a member of their owner)'
        : null;
  if (!facts || reason) {
    throw new Error(
      `DATABASE_URL: the role "${facts?.role ?? '?'}" ${reason ?? 'is unknown'}, so row-level security would not separate the towns. ` +
        'Use a plain role for DATABASE_URL and the owner for DATABASE_OWNER_URL.',
    );
  }
}

/** Start-up check for a process that may not migrate: an old schema is told, not discovered. */
export async function refuseOldSchema(source: DataSource, expected: number): Promise<void> {
  const [table] = (await source.query(`SELECT to_regclass('public.migrations') AS name`)) as { name: string | null }[];
  const [count] = table?.name
    ? ((await source.query('SELECT count(*)::int AS applied FROM migrations')) as { applied: number }[])
    : [];
  const applied = count?.applied ?? 0;
  if (applied < expected) {
    throw new Error(
      `The database has ${String(applied)} of ${String(expected)} migrations: run "npm run migrate" with DATABASE_OWNER_URL and DATABASE_URL first.`,
    );
  }
}
