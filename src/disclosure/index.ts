/** 公表: what everyone may see of the town's grants, on a page and as open data. Announces nothing. */
export { PublishGrants } from './use-cases/publish-grants.js';
export { ViewPublicGrants, type PublicGrantsPage } from './use-cases/view-public-grants.use-case.js';
export { OPEN_DATA_COLUMNS } from './domain/open-data.js';
export type { DistrictGrants, PublicGrant } from './domain/public-grant.js';
