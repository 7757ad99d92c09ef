/**
 * 公表: what everyone sees of the town's grants, on pages and as open data. Its tables are filled by events and can be built
 * anew from the stages; no name of a person ever enters them. Announces PublicItemShownAgain
 * (subject: the grant) and PublicRecordDoubted (subject: the town).
 */
export { PublishBudgets } from './use-cases/publish-budgets.js';
export { PublishGrants } from './use-cases/publish-grants.js';
export { PublishedProposals } from './use-cases/published-proposals.js';
export type { PublicProposal } from './domain/public-proposal.js';
export { PublishOrganizations } from './use-cases/publish-organizations.js';
export { RebuildPublicRecord } from './use-cases/rebuild-public-record.use-case.js';
export {
  GRANTS_ON_A_PAGE,
  ViewPublicGrants,
  type AskedGrants,
  type PublicGrantsPage,
} from './use-cases/view-public-grants.use-case.js';
export {
  ViewDistricts,
  type DistrictInBrief,
  type DistrictPage,
  type DistrictsPage,
  type PublicOrganizationPage,
} from './use-cases/view-districts.use-case.js';
export { Withhold, type GrantDisclosure, type WithholdCommand } from './use-cases/withhold.use-case.js';
export { WITHHELD_KIND_LABELS, WITHHELD_KINDS, type ShownItem, type Withholding } from './domain/withholding.js';
export { ViewNews } from './use-cases/view-news.use-case.js';
export type { NewsItem } from './domain/news-item.js';
export { DATA_SETS, LICENCE, type DataSetName } from './domain/open-data/data-sets.js';
export type { Publisher } from './domain/open-data/publisher.js';
export { WriteOpenData, type RecordEdition } from './use-cases/write-open-data.use-case.js';
export { GRANT_COLUMNS } from './domain/open-data/grant-columns.js';
export type { OpenDataColumn } from './domain/open-data/open-data-column.js';
export {
  nameOfGrant,
  PUBLIC_STATE_LABELS,
  STEP_LABELS,
  type PublicGrant,
  type PublicState,
  type PublicStep,
  type PublicText,
} from './domain/public-grant.js';
export type { PublicOrganization } from './domain/public-organization.js';
export { totalOf, type GrantQuestion, type PublicSum, type PublicTotal } from './domain/public-sums.js';
export type { ListedGrant } from './store/public-grant-lists.js';

export const DISCLOSURE_EVENTS = ['PublicItemShownAgain', 'PublicRecordDoubted'] as const;
