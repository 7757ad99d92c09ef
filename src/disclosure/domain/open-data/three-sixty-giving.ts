import { nameOfGrant, PUBLIC_STATE_LABELS, type PublicGrant } from '../public-grant.js';
import type { Publisher } from './publisher.js';

/** The version of the 360Giving Data Standard whose fields these are. */
const STANDARD = '1.4';

/**
 * The grants in the 360Giving Data Standard. Its identifiers begin with a prefix that 360Giving gives out to publishers; a
 * Japanese town has none, so ours says 見本 (`mihon`) before the town's public code.
 */
export function threeSixtyGiving(
  publisher: Publisher,
  grants: readonly (PublicGrant & { readonly updatedAt: Date })[],
  modified: Date,
): Record<string, unknown> {
  return {
    version: STANDARD,
    title: `${publisher.name}が交付した補助金`,
    description: '識別子の接頭辞は見本です。',
    modified: modified.toISOString(),
    publisher: { name: publisher.name, identifier: townId(publisher), website: publisher.address },
    license: publisher.licence,
    accessURL: `${publisher.address}/open-data`,
    downloadURL: `${publisher.address}/open-data/360giving.json`,
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
    amountDisbursed: Number(paidAmount),
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
