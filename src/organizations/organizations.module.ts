import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcknowledgementsModule } from '../acknowledgements/acknowledgements.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { proveMachine } from '../kernel/machine.js';
import { representativeChangeMachine } from './domain/representative-change.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { BankDirectory } from '../platform/banks/index.js';
import { StaffModule } from '../staff/staff.module.js';
import { AccountChangeStore } from './store/account-change.store.js';
import { BankAccountChangeRow } from './store/bank-account-change-row.js';
import { BankAccountConfirmationRow } from './store/bank-account-confirmation-row.js';
import { BankAccountRow } from './store/bank-account-row.js';
import { BankAccountStore } from './store/bank-account.store.js';
import { DistrictRow } from './store/district-row.js';
import { DistrictStore } from './store/district.store.js';
import { ExaminationRow } from './store/examination-row.js';
import { ExaminationStore } from './store/examination.store.js';
import { FigureRow } from './store/figure-row.js';
import { FigureStore } from './store/figure.store.js';
import { IntroductionRow } from './store/introduction-row.js';
import { OfficerRow } from './store/officer-row.js';
import { OfficerStore } from './store/officer.store.js';
import { OrganizationList } from './store/organization-list.store.js';
import { OrganizationProfiles } from './store/organization-profiles.store.js';
import { OrganizationRow } from './store/organization-row.js';
import { OrganizationStore } from './store/organization.store.js';
import { RegistrationProposalRow } from './store/registration-proposal-row.js';
import { RepresentativeChangeRow } from './store/representative-change-row.js';
import { RepresentativeChangeStore } from './store/representative-change.store.js';
import { RemarkRow } from './store/remark-row.js';
import { WardRow } from './store/ward-row.js';
import { AccountChangeRecord } from './use-cases/account-change-record.js';
import { AccountSwitch } from './use-cases/account-switch.js';
import { AnswerRepresentativeChange } from './use-cases/answer-representative-change.use-case.js';
import { ConfirmationLetter } from './use-cases/confirmation-letter.js';
import { OrganizationFrames } from './use-cases/organization-frames.js';
import { RepresentativeChangeRecord } from './use-cases/representative-change-record.js';
import { RepresentativeChanges } from './use-cases/representative-changes.js';
import { AddDistrict } from './use-cases/add-district.use-case.js';
import { DescribeDistricts } from './use-cases/describe-districts.use-case.js';
import { AnswerRemarks } from './use-cases/answer-remarks.use-case.js';
import { CloseAccountChange } from './use-cases/close-account-change.use-case.js';
import { ConfirmAccountChange } from './use-cases/confirm-account-change.use-case.js';
import { ConfirmTransferKana } from './use-cases/confirm-transfer-kana.use-case.js';
import { DraftAccountChange } from './use-cases/draft-account-change.use-case.js';
import { DraftRegistration } from './use-cases/draft-registration.use-case.js';
import { ImportOrganizations } from './use-cases/import/import-organizations.use-case.js';
import { MakeImportTemplate } from './use-cases/import/make-import-template.use-case.js';
import { IntroduceOrganization } from './use-cases/introduce-organization.use-case.js';
import { InviteOfficer } from './use-cases/invite-officer.use-case.js';
import { ListOrganizations } from './use-cases/list-organizations.use-case.js';
import { OfficerParties } from './use-cases/officer-parties.js';
import { OpenOrganization } from './use-cases/open-organization.use-case.js';
import { OrganizationDirectory } from './use-cases/organization-directory.js';
import { ReadDocument } from './use-cases/read-document.use-case.js';
import { RecordFigures } from './use-cases/record-figures.use-case.js';
import { RegisterOrganization } from './use-cases/register-organization.use-case.js';
import { RegistrationSubject } from './use-cases/registration-subject.js';
import { RemoveOfficer } from './use-cases/remove-officer.use-case.js';
import { RequestAccountChange } from './use-cases/request-account-change.use-case.js';
import { ReturnRegistration } from './use-cases/return-registration.use-case.js';
import { SaveAccount } from './use-cases/save-account.use-case.js';
import { SaveBylaws } from './use-cases/save-bylaws.use-case.js';
import { SaveDetails } from './use-cases/save-details.use-case.js';
import { SaveOfficer } from './use-cases/save-officer.use-case.js';
import { SaveWards } from './use-cases/save-wards.use-case.js';
import { SubmitRegistration } from './use-cases/submit-registration.use-case.js';
import { ViewFigures } from './use-cases/view-figures.use-case.js';
import { ViewOrganization } from './use-cases/view-organization.use-case.js';

proveMachine('representative-change', representativeChangeMachine, 'sent');

const rows = [
  BankAccountChangeRow,
  BankAccountConfirmationRow,
  BankAccountRow,
  DistrictRow,
  ExaminationRow,
  FigureRow,
  IntroductionRow,
  OfficerRow,
  OrganizationRow,
  RegistrationProposalRow,
  RemarkRow,
  RepresentativeChangeRow,
  WardRow,
];
const stores = [
  AccountChangeStore,
  BankAccountStore,
  DistrictStore,
  ExaminationStore,
  FigureStore,
  OfficerStore,
  OrganizationList,
  OrganizationProfiles,
  OrganizationStore,
  RepresentativeChangeStore,
];
const told = [AccountChangeRecord, ConfirmationLetter, RepresentativeChangeRecord];
const contract = [
  OrganizationDirectory,
  OrganizationFrames,
  RepresentativeChanges,
  AnswerRepresentativeChange,
  BankDirectory,
  ImportOrganizations,
  MakeImportTemplate,
  AddDistrict,
  DescribeDistricts,
  AnswerRemarks,
  CloseAccountChange,
  ConfirmAccountChange,
  ConfirmTransferKana,
  DraftAccountChange,
  DraftRegistration,
  IntroduceOrganization,
  InviteOfficer,
  ListOrganizations,
  OpenOrganization,
  ReadDocument,
  RecordFigures,
  RegisterOrganization,
  RemoveOfficer,
  RequestAccountChange,
  ReturnRegistration,
  SaveAccount,
  SaveBylaws,
  SaveDetails,
  SaveOfficer,
  SaveWards,
  SubmitRegistration,
  ViewFigures,
  ViewOrganization,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(rows),
    NoticesModule,
    ApprovalsModule,
    AcknowledgementsModule,
    IdentityModule,
    MunicipalitiesModule,
    StaffModule,
  ],
  providers: [...stores, ...contract, OfficerParties, AccountSwitch, ...told, RegistrationSubject],
  exports: contract,
})
export class OrganizationsModule {}
