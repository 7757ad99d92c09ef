import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { StaffModule } from '../staff/staff.module.js';
import { meetingMachine } from './domain/meeting.js';
import { MeetingStore } from './store/meeting.store.js';
import { PanelCaseRow } from './store/panel-case-row.js';
import { MaterialStore } from './store/material.store.js';
import { PanelMaterialRow } from './store/panel-material-row.js';
import { PanelMeetingActRow } from './store/panel-meeting-act-row.js';
import { PanelMeetingRow } from './store/panel-meeting-row.js';
import { PanelRecusalRow } from './store/panel-recusal-row.js';
import { PanelRow } from './store/panel-row.js';
import { PanelSeatRow } from './store/panel-seat-row.js';
import { PanelSheetRow } from './store/panel-sheet-row.js';
import { PanelStore } from './store/panel.store.js';
import { SheetStore } from './store/sheet.store.js';
import { Agenda } from './use-cases/agenda.js';
import { CallMeeting } from './use-cases/call-meeting.use-case.js';
import { CloseScoring } from './use-cases/close-scoring.use-case.js';
import { ConfirmMeeting } from './use-cases/confirm-meeting.use-case.js';
import { DeclareRecusal } from './use-cases/declare-recusal.use-case.js';
import { DownloadResults } from './use-cases/download-results.use-case.js';
import { Judging } from './use-cases/judging.js';
import { KeepPanel } from './use-cases/keep-panel.use-case.js';
import { KeepRecord } from './use-cases/keep-record.js';
import { Materials } from './use-cases/materials.js';
import { MoveMeeting } from './use-cases/move-meeting.use-case.js';
import { Presentations } from './use-cases/presentations.js';
import { TellPresenters } from './use-cases/tell-presenters.use-case.js';
import { PanelMembers } from './use-cases/panel-members.js';
import { PanelResults } from './use-cases/panel-results.js';
import { PanelSeats } from './use-cases/panel-seats.js';
import { PanelSubjects } from './use-cases/panel-subjects.js';
import { ReopenScoring } from './use-cases/reopen-scoring.use-case.js';
import { SaveRecord } from './use-cases/save-record.use-case.js';
import { SaveSheet } from './use-cases/save-sheet.use-case.js';
import { Sittings } from './use-cases/sittings.js';
import { SettleTie } from './use-cases/settle-tie.use-case.js';
import { ViewMeeting } from './use-cases/view-meeting.use-case.js';
import { ViewPanels } from './use-cases/view-panels.use-case.js';
import { ViewSeat } from './use-cases/view-seat.use-case.js';

const ROWS = [
  PanelRow,
  PanelSeatRow,
  PanelMeetingRow,
  PanelCaseRow,
  PanelSheetRow,
  PanelRecusalRow,
  PanelMeetingActRow,
  PanelMaterialRow,
];
const OFFERED = [
  Agenda,
  CallMeeting,
  CloseScoring,
  ConfirmMeeting,
  DeclareRecusal,
  DownloadResults,
  KeepPanel,
  Materials,
  MoveMeeting,
  PanelMembers,
  PanelResults,
  PanelSeats,
  PanelSubjects,
  Presentations,
  ReopenScoring,
  SaveRecord,
  SaveSheet,
  SettleTie,
  Sittings,
  TellPresenters,
  ViewMeeting,
  ViewPanels,
  ViewSeat,
];

proveMachine('panel meeting', meetingMachine, 'scoring');

@Module({
  imports: [TypeOrmModule.forFeature(ROWS), StaffModule],
  providers: [PanelStore, MeetingStore, SheetStore, MaterialStore, Judging, KeepRecord, ...OFFERED],
  exports: OFFERED,
})
export class PanelsModule {}
