/** 自治体: the tenant, its letterhead, its sections and its way of paying. */
export { Municipalities } from './store/municipalities.store.js';
export { refuseUnfitDefinition } from './domain/municipality.js';
export type {
  Municipality,
  MunicipalityDefinition,
  PaymentMode,
  RevenueSubject,
  RevenueSubjects,
  Section,
  SectionDefinition,
  SectionRole,
  TownBank,
} from './domain/municipality.js';
