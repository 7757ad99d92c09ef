import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { VisitNoteRow } from './store/visit-note-row.js';
import { VisitNoteVersionRow } from './store/visit-note-version-row.js';
import { VisitPhotoRow } from './store/visit-photo-row.js';
import { VisitStore } from './store/visit.store.js';
import { VisitSubjects } from './use-cases/visit-subjects.js';
import { Visits } from './use-cases/visits.js';
import { WriteVisit } from './use-cases/write-visit.use-case.js';

@Module({
  imports: [TypeOrmModule.forFeature([VisitNoteRow, VisitNoteVersionRow, VisitPhotoRow]), StaffModule],
  providers: [VisitStore, VisitSubjects, Visits, WriteVisit],
  exports: [VisitSubjects, Visits, WriteVisit],
})
export class VisitsModule {}
