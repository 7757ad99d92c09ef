import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { FilesModule } from '../platform/files/index.js';
import { letterMachine } from './domain/letter-state.js';
import { SealUseRow } from './store/seal-use-row.js';
import { SealUseStore } from './store/seal-use.store.js';
import { LetterRow } from './store/letter-row.js';
import { LetterSeriesRow } from './store/letter-series-row.js';
import { LetterSuccessionRow } from './store/letter-succession-row.js';
import { LetterSuccessionStore } from './store/letter-succession.store.js';
import { LetterStore } from './store/letter.store.js';
import { RegisterStore } from './store/register.store.js';
import { TownWordingRow } from './store/town-wording-row.js';
import { TownWordingStore } from './store/town-wording.store.js';
import { CheckLetter } from './use-cases/check-letter.use-case.js';
import { LetterDrawing } from './use-cases/letter-drawing.js';
import { LetterTemplates } from './use-cases/letter-templates.js';
import { Letters } from './use-cases/letters.js';
import { MailTemplates } from './use-cases/mail-templates.js';
import { OpenLetter } from './use-cases/open-letter.use-case.js';
import { RecordDispatch } from './use-cases/record-dispatch.use-case.js';
import { RedrawLetter } from './use-cases/redraw-letter.use-case.js';
import { SealRegister } from './use-cases/seal-register.js';
import { TownWordings } from './use-cases/town-wordings.js';
import { ViewLetters } from './use-cases/view-letters.use-case.js';
import { VoidLetter } from './use-cases/void-letter.use-case.js';

proveMachine('letter', letterMachine, 'issued');

const OFFERED = [
  CheckLetter,
  Letters,
  LetterDrawing,
  LetterTemplates,
  MailTemplates,
  OpenLetter,
  RecordDispatch,
  RedrawLetter,
  TownWordings,
  VoidLetter,
  ViewLetters,
  SealRegister,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([LetterRow, LetterSeriesRow, LetterSuccessionRow, SealUseRow, TownWordingRow]),
    MunicipalitiesModule,
    FilesModule,
  ],
  providers: [LetterStore, LetterSuccessionStore, RegisterStore, SealUseStore, TownWordingStore, ...OFFERED],
  exports: OFFERED,
})
export class NoticesModule {}
