import { Injectable } from '@nestjs/common';
import { ApplicationDirectory } from '../../applications/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { pointsOf } from '../../kernel/verification-sheet.js';
import type { Sitting } from '../../panels/index.js';
import { Sittings } from '../../panels/index.js';
import { ReportDirectory } from '../../performance-reports/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { disclosureTermsOf } from '../../programs/index.js';
import { speakerOf, type TableMember } from '../domain/member-sheet.js';
import { blankOpinion, compared, type ComparedPoint, type Opinion } from '../domain/opinion.js';
import type { Verification } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { PanelTables } from './panel-table.js';
import { VerificationGrounds, type VerificationGround } from './verification-grounds.js';

/** A verification on the list of a member. */
export interface PanelVerificationLine {
  readonly verification: Verification;
  readonly sitting: Sitting;
  readonly state: 'blank' | 'begun' | 'answered' | 'agreed';
  /** The member brings the answers together. */
  readonly speaks: boolean;
}

/** One verification as a member of the panel sees it. */
export interface PanelVerificationPage extends VerificationGround {
  readonly verification: Verification;
  readonly sitting: Sitting;
  readonly own: TableMember;
  readonly speaks: boolean;
  readonly members: readonly TableMember[];
  /** The panel's one answer as far as it is written. */
  readonly agreed: Opinion;
  /** What the organisation and the section said. */
  readonly points: readonly ComparedPoint[];
  /** What was planned and done, as everyone may read it. */
  readonly planned: readonly { readonly label: string; readonly text: string }[];
  readonly done: readonly { readonly label: string; readonly text: string }[];
}

/** 検証 for the members of the panel who were put in charge of it. */
@Injectable()
export class ViewPanelVerifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly tables: PanelTables,
    private readonly grounds: VerificationGrounds,
    private readonly sittings: Sittings,
    private readonly applications: ApplicationDirectory,
    private readonly reports: ReportDirectory,
  ) {}

  /** Open ones and those past, without those from which the member keeps away. */
  ofMember(actor: Actor): Promise<PanelVerificationLine[]> {
    requireDuty(actor, 'panel');
    return this.unitOfWork.read(actor, async (tx) => {
      const meetings = await this.sittings.ofActor(tx);
      const all = await this.verifications.list(tx);
      const lines: PanelVerificationLine[] = [];
      for (const verification of all.filter(({ meetingId }) => meetingId !== null && meetings.has(meetingId))) {
        const line = await this.line(tx, verification);
        if (line) lines.push(line);
      }
      return lines;
    });
  }

  /** Throws not-found to whoever does not answer it. */
  one(actor: Actor, id: string): Promise<PanelVerificationPage> {
    requireDuty(actor, 'panel');
    return this.unitOfWork.read(actor, async (tx) => {
      const verification = await this.verifications.find(tx, id);
      const { sitting, members, own } = await this.tables.ofMember(tx, verification);
      const ground = await this.grounds.of(tx, verification);
      const opinions = await this.opinions.of(tx, id);
      return {
        ...ground,
        ...{ verification, sitting, members, own, speaks: speakerOf(members) === own },
        agreed: opinions.find(({ side }) => side === 'panel') ?? blankOpinion('panel'),
        points: compared(pointsOf(ground.sheet), ['organization', 'staff'], opinions),
        ...(await this.carriedOut(tx, verification, ground)),
      };
    });
  }

  private async line(tx: Transaction, verification: Verification): Promise<PanelVerificationLine | null> {
    const table = await this.tables.of(tx, verification);
    const { actor } = tx;
    const own = actor.kind === 'staff' ? table?.members.find(({ staffId }) => staffId === actor.staffId) : undefined;
    if (!table || !own || own.away) return null;
    const agreed = (await this.opinions.of(tx, verification.id)).some(({ side, given }) => side === 'panel' && given);
    const { given, version } = own.sheet;
    const state = agreed ? 'agreed' : given ? 'answered' : version > 0 ? 'begun' : 'blank';
    return { verification, sitting: table.sitting, state, speaks: speakerOf(table.members) === own };
  }

  private async carriedOut(
    tx: Transaction,
    { applicationId }: Verification,
    { grant }: VerificationGround,
  ): Promise<Pick<PanelVerificationPage, 'planned' | 'done'>> {
    const terms = disclosureTermsOf(grant.document);
    const { answers } = await this.applications.get(tx, applicationId);
    const report = await this.reports.ofApplication(tx, applicationId);
    const [newest] = report ? await this.reports.submissionsOf(tx, report.id) : [];
    return { planned: among(terms.application, answers), done: among(terms.report, newest?.content.answers ?? []) };
  }
}

interface Answered {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

const among = (questions: readonly string[], answers: readonly Answered[]) =>
  questions.flatMap((question) => {
    const answer = answers.find(({ id, text }) => id === question && text.trim() !== '');
    return answer ? [{ label: answer.label, text: answer.text }] : [];
  });
