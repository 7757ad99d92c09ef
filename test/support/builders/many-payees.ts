import type { House } from '../house.js';
import type { ClaimedGrant } from './payments.js';

/** What each copy asks for; the original keeps its own amount. */
export const COPIED_YEN = 1_000;

/**
 * Copies an accepted order with everything that stands behind it (organisation, account, case, grant, claim, postings) so
 * often, each for another organisation. Written straight into the tables: to walk the way a hundred thousand times would
 * take days.
 */
export async function multiplyAcceptedOrder(
  house: Pick<House, 'sql'>,
  { organization, applicationId, grantId, claimId, orderId }: ClaimedGrant & { readonly orderId: string },
  times: number,
): Promise<void> {
  const copy = async (table: string, where: string, id: string, changes: string): Promise<void> => {
    const columns = (
      await house.sql<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
          WHERE table_name = $1 AND is_generated = 'NEVER' AND identity_generation IS DISTINCT FROM 'ALWAYS'`,
        [table],
      )
    ).map(({ name }) => name);
    await house.sql(
      `INSERT INTO ${table} (${columns.join(', ')})
       SELECT ${columns.map((name) => `copied.${name}`).join(', ')}
         FROM ${table} original, generate_series(1, $2::int) n,
              LATERAL jsonb_populate_record(original, jsonb_build_object(${changes})) copied
        WHERE ${where.replace('?', '$1')}`,
      [id, times],
    );
  };
  const idOf = (kind: string): string => `md5('${kind}' || n)::uuid`;
  const organizationOf = `'organization_id', ${idOf('organization')}`;
  const nameOf = `'organization_name', '見本第' || n || '町内会'`;
  const amount = `'amount', ${String(COPIED_YEN)}`;
  await copy(
    'organizations',
    'original.id = ?',
    organization.id,
    `'id', ${idOf('organization')}, 'name', '見本第' || n || '町内会'`,
  );
  await copy(
    'bank_accounts',
    `original.organization_id = ? AND original.state = 'current'`,
    organization.id,
    `'id', ${idOf('account')}, ${organizationOf}, 'account_number', lpad(n::text, 7, '0')`,
  );
  await copy(
    'applications',
    'original.id = ?',
    applicationId,
    `'id', ${idOf('application')}, ${organizationOf}, 'received_number', '見本' || n`,
  );
  // Searching them is not what this is about, and their words would take most of the time.
  await house.sql('ALTER TABLE cases DISABLE TRIGGER case_began');
  await copy('cases', 'original.id = ?', applicationId, `'id', ${idOf('application')}, ${organizationOf}, ${nameOf}`);
  const applicationOf = `'application_id', ${idOf('application')}`;
  await copy(
    'grants',
    'original.id = ?',
    grantId,
    `'id', ${idOf('grant')}, ${organizationOf}, ${nameOf}, ${applicationOf}, 'commitment_number', 'R8-' || (100000 + n)`,
  );
  const grantOf = `'grant_id', ${idOf('grant')}`;
  await copy(
    'claims',
    'original.id = ?',
    claimId,
    `'id', ${idOf('claim')}, ${organizationOf}, ${nameOf}, ${applicationOf}, ${grantOf}, ${amount}`,
  );
  await copy(
    'payment_orders',
    'original.id = ?',
    orderId,
    `'id', ${idOf('order')}, ${organizationOf}, ${nameOf}, ${applicationOf}, ${grantOf}, ${amount},
     'claim_id', ${idOf('claim')}, 'number', 100000 + n,
     'payee', original.payee || jsonb_build_object('bankAccountId', ${idOf('account')}, 'accountNumber', lpad(n::text, 7, '0'))`,
  );
  await copy(
    'ledger_postings',
    `original.cause_id = ? AND original.account IN ('committed', 'ordered')`,
    grantId,
    `'cause_id', ${idOf('grant')}, 'order_id', CASE WHEN original.order_id IS NOT NULL THEN ${idOf('order')} END, ${amount}`,
  );
  await copy(
    'commitments',
    'original.cause_id = ?',
    grantId,
    `'cause_id', ${idOf('grant')}, 'number', 100000 + n, ${amount}`,
  );
  await house.sql(
    `UPDATE budget_lines l SET committed = s.committed, ordered = s.ordered
       FROM (SELECT line_id, sum(amount) FILTER (WHERE account = 'committed') AS committed,
                    sum(amount) FILTER (WHERE account = 'ordered') AS ordered
               FROM ledger_postings GROUP BY line_id) s
      WHERE l.id = s.line_id AND l.id = (SELECT budget_line_id FROM grants WHERE id = $1)`,
    [grantId],
  );
  await house.sql('ALTER TABLE cases ENABLE TRIGGER case_began');
  await house.sql('ANALYZE');
}
