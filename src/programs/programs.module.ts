import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { versionMachine } from './domain/program-version.js';
import { ExtensionStore } from './store/extension.store.js';
import { ProgramExtensionRow } from './store/program-extension-row.js';
import { ProgramRow } from './store/program-row.js';
import { ProgramVersionRow } from './store/program-version-row.js';
import { ProgramStore } from './store/program.store.js';
import { BlankForms } from './use-cases/blank-form/blank-forms.js';
import { ApplicationsPort } from './use-cases/applications-port.js';
import { CheckReferences } from './use-cases/check-references.js';
import { AddEdition } from './use-cases/add-edition.use-case.js';
import { CopyForNextYear } from './use-cases/copy-for-next-year.use-case.js';
import { CreateProgram } from './use-cases/create-program.use-case.js';
import { DiscardDraftVersion } from './use-cases/discard-draft-version.use-case.js';
import { DraftFaults } from './use-cases/draft-faults.js';
import { DraftPublication } from './use-cases/draft-publication.use-case.js';
import { EditDraftVersion } from './use-cases/edit-draft-version.use-case.js';
import { EditionChanges } from './use-cases/edition-changes.js';
import { ExtendAcceptance } from './use-cases/extend-acceptance.use-case.js';
import { LetterSamples } from './use-cases/letters/letter-samples.js';
import { LetterWordings } from './use-cases/letters/letter-wordings.js';
import { PrepareNextVersion } from './use-cases/prepare-next-version.use-case.js';
import { Programs } from './use-cases/programs.js';
import { Publication } from './use-cases/publication.js';
import { PublicationSubject } from './use-cases/publication-subject.js';
import { PublishProgramVersion } from './use-cases/publish-program-version.use-case.js';
import { WithdrawProgramVersion } from './use-cases/withdraw-program-version.use-case.js';

proveMachine('programme version', versionMachine, 'draft');

@Module({
  imports: [
    TypeOrmModule.forFeature([ProgramRow, ProgramVersionRow, ProgramExtensionRow]),
    ApprovalsModule,
    BudgetsModule,
    MunicipalitiesModule,
    NoticesModule,
    StaffModule,
  ],
  providers: [
    ProgramStore,
    ExtensionStore,
    CheckReferences,
    DraftFaults,
    Programs,
    EditionChanges,
    BlankForms,
    LetterSamples,
    LetterWordings,
    CreateProgram,
    EditDraftVersion,
    DiscardDraftVersion,
    Publication,
    PublicationSubject,
    DraftPublication,
    PublishProgramVersion,
    PrepareNextVersion,
    AddEdition,
    CopyForNextYear,
    ExtendAcceptance,
    WithdrawProgramVersion,
    ApplicationsPort,
  ],
  exports: [
    Programs,
    DraftFaults,
    EditionChanges,
    BlankForms,
    LetterSamples,
    LetterWordings,
    CreateProgram,
    EditDraftVersion,
    DiscardDraftVersion,
    DraftPublication,
    PublishProgramVersion,
    PrepareNextVersion,
    AddEdition,
    CopyForNextYear,
    ExtendAcceptance,
    WithdrawProgramVersion,
    ApplicationsPort,
  ],
})
export class ProgramsModule {}
