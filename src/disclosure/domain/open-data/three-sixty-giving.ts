import { nameOfGrant, PUBLIC_STATE_LABELS, type PublicGrant } from '../public-grant.js';
import { subtractYen } from '../../../kernel/yen.js';
import type { Publisher } from './publisher.js';

/** The version of the 360Giving Data Standard whose fields these are. */
const STANDARD = '1.4';

/** The schema of the package asks for one grant at least. */
const NO_GRANTS =
  '公表した交付はまだありません。書式は1件以上の交付を求めるため、最初の交付を公表するまでは、書式の検査で「交付がない」と示されます。';
const NO_GRANTS_OF_YEAR =
  'この年度の交付は公表していません。書式は1件以上の交付を求めるため、書式の検査で「交付がない」と示されます。';

/**
 * The grants in the 360Giving Data Standard. Its identifiers begin with a prefix that 360Giving gives out to publishers; a
 * Japanese town has none, so ours says 見本 (`mihon`) before the town's public code. `modified` is null while nothing was ever
 * published: the address answers all the same, and the description says why such a file is not yet valid.
 */
export function threeSixtyGiving(
  publisher: Publisher,
  grants: readonly (PublicGrant & { readonly updatedAt: Date })[],
  { modified, query }: { readonly modified: Date | null; readonly query: string },
): Record<string, unknown> {
  return {
    version: STANDARD,
    title: `${publisher.name}が交付した補助金`,
    description: `識別子の接頭辞は見本です。${grants.length > 0 ? '' : query === '' ? NO_GRANTS : NO_GRANTS_OF_YEAR}`,
    ...(modified && { modified: modified.toISOString() }),
    publisher: { name: publisher.name, identifier: townId(publisher), website: publisher.address },
    license: publisher.licence,
    accessURL: `${publisher.address}/open-data`,
    downloadURL: `${publisher.address}/open-data/360giving.json${query}`,
    grants: grants.map((grant) => asAward(publisher, grant)),
  };
}

const townId = ({ code }: Publisher): string => `360G-mihon${code}`;

function asAward(publisher: Publisher, grant: PublicGrant & { readonly updatedAt: Date }): Record<string, unknown> {
  const { id, purpose, plan, amount, amountInForce, paidAmount, decidedOn, state, updatedAt, field } = grant;
  const { plannedFrom, plannedUntil, programId, programName, districtId, districtName } = grant;
  const own = townId(publisher);
  return {
    id: `${own}-${id}`,
    title: nameOfGrant(grant),
    description: [purpose, ...plan.map(({ label, text }) => `${label}：${text}`)].join('\n'),
    currency: 'JPY',
    amountAwarded: Number(amountInForce),
    // The standard knows no money that came back, so what stays with the recipient is told.
    amountDisbursed: Number(subtractYen(paidAmount, grant.paidBack)),
    awardDate: decidedOn,
    url: `${publisher.address}/grants/${id}`,
    ...(plannedFrom && plannedUntil && { plannedDates: [{ startDate: plannedFrom, endDate: plannedUntil }] }),
    recipientOrganization: [
      {
        id: `${own}-org-${grant.organizationId}`,
        name: grant.organizationName,
        addressRegion: publisher.prefecture,
        addressCountry: 'JP',
        url: `${publisher.address}/organizations/${grant.organizationId}`,
      },
    ],
    fundingOrganization: [{ id: own, name: publisher.name }],
    grantProgramme: [{ code: programId, title: programName }],
    beneficiaryLocation: [{ id: districtId, name: `${publisher.name} ${districtName}`, countryCode: 'JP' }],
    classifications: [
      { vocabulary: '状態', code: state, title: PUBLIC_STATE_LABELS[state] },
      ...(field === '' ? [] : [{ vocabulary: '分野', title: field }]),
    ],
    ...(amount !== amountInForce && { commitmentTransaction: [{ currency: 'JPY', value: Number(amount) }] }),
    dateModified: updatedAt.toISOString(),
    dataSource: `${publisher.address}/open-data`,
  };
}
