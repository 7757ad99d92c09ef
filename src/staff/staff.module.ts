import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/identity.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { AbsenceRow } from './store/absence-row.js';
import { AbsenceStore } from './store/absence.store.js';
import { AuthorityRuleRow, AuthorityStepRow, AuthorityTableRow } from './store/authority-table-rows.js';
import { AuthorityTableStore } from './store/authority-tables.store.js';
import { DeskOpeningRow } from './store/desk-opening-row.js';
import { DeskOpeningStore } from './store/desk-opening.store.js';
import { HoldingRow } from './store/holding-row.js';
import { PlannedAbolitionRow } from './store/planned-abolition-row.js';
import { PlannedAbolitionStore } from './store/planned-abolition.store.js';
import { PostRow } from './store/post-row.js';
import { StaffMemberRow } from './store/staff-member-row.js';
import { StaffTieRow } from './store/staff-tie-row.js';
import { StaffStore } from './store/staff.store.js';
import { TieStore } from './store/tie.store.js';
import { Absences } from './use-cases/absences.js';
import { AddStaffMember } from './use-cases/add-staff-member.use-case.js';
import { AssignPost } from './use-cases/assign-post.use-case.js';
import { Authority } from './use-cases/authority.js';
import { ChangeStaffMail } from './use-cases/change-staff-mail.use-case.js';
import { CreatePost } from './use-cases/create-post.use-case.js';
import { DraftAuthorityTable } from './use-cases/draft-authority-table.use-case.js';
import { DeskOpenings } from './use-cases/desk-openings.js';
import { EditAuthorityTable } from './use-cases/edit-authority-table.use-case.js';
import { EditPost } from './use-cases/edit-post.use-case.js';
import { EndHolding } from './use-cases/end-holding.use-case.js';
import { InviteStaff } from './use-cases/invite-staff.use-case.js';
import { PostAbolition } from './use-cases/post-abolition.js';
import { PublishAuthorityTable } from './use-cases/publish-authority-table.use-case.js';
import { RecordDeparture } from './use-cases/record-departure.use-case.js';
import { StaffDirectory } from './use-cases/staff-directory.js';
import { Ties } from './use-cases/ties.js';
import { TransferStaff } from './use-cases/transfer-staff.use-case.js';
import { ViewStaff } from './use-cases/view-staff.use-case.js';

const contract = [
  Absences,
  AddStaffMember,
  AssignPost,
  Authority,
  ChangeStaffMail,
  CreatePost,
  DeskOpenings,
  DraftAuthorityTable,
  EditAuthorityTable,
  EditPost,
  EndHolding,
  InviteStaff,
  PostAbolition,
  PublishAuthorityTable,
  RecordDeparture,
  StaffDirectory,
  Ties,
  TransferStaff,
  ViewStaff,
];

@Module({
  imports: [
    IdentityModule,
    MunicipalitiesModule,
    TypeOrmModule.forFeature([
      AbsenceRow,
      AuthorityRuleRow,
      AuthorityStepRow,
      AuthorityTableRow,
      DeskOpeningRow,
      HoldingRow,
      PlannedAbolitionRow,
      PostRow,
      StaffMemberRow,
      StaffTieRow,
    ]),
  ],
  providers: [
    ...contract,
    AbsenceStore,
    AuthorityTableStore,
    PlannedAbolitionStore,
    DeskOpeningStore,
    StaffStore,
    TieStore,
  ],
  exports: contract,
})
export class StaffModule {}
