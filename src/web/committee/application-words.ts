import { BUDGET, journeyOf, sectionOf, type ApplicationDraft, type Scans } from '../../applications/index.js';
import { type SectionName, type FormSection } from '../../forms/index.js';
import type { ProgramDocument } from '../../programs/index.js';
import { fieldId, type Crumb, type Viewer } from '../shared/index.js';
import type { FileAccess } from '../shared/kept-files.js';

interface SectionWords {
  readonly name: SectionName;
  readonly title: string;
  readonly lead: string;
}

const budgetWords = ({ project }: Asked): SectionWords => ({
  name: BUDGET,
  title: '収支予算書',
  lead: `${project === null ? '一年間' : 'この事業'}の収入と支出を書きます。収入の合計と支出の合計を同じ額にします。`,
});

type Asked = Pick<ProgramDocument, 'form' | 'project'>;

export const formSection = ({ form }: Pick<Asked, 'form'>, name: SectionName): FormSection | undefined =>
  form.find(({ id }) => id === name);

/** The parts of an application in the order of the journey. */
export const sectionsOf = (document: Asked): SectionWords[] =>
  journeyOf(document.form).map((name) => ({ ...budgetWords(document), ...formSection(document, name), name }));

export const sectionWords = (document: Asked, name: SectionName): SectionWords =>
  sectionsOf(document).find((section) => section.name === name) ?? budgetWords(document);

/** The part that follows, or null after the last. */
export function sectionAfter({ form }: Pick<Asked, 'form'>, name: SectionName): SectionName | null {
  const journey = journeyOf(form);
  return journey[journey.indexOf(name) + 1] ?? null;
}

/** The pages of an application at the desk where they are opened: staff fill in there what came on paper. */
export const applicationUrl = (viewer: Viewer, id: string, ...rest: string[]): string =>
  viewer.url([viewer.desk === 'staff' ? 'staff/paper' : 'committee/applications', id, ...rest].join('/'));

/** What is done with a draft: an officer makes it, staff enter what stands on paper. */
export const writingIn = ({ desk }: Viewer): string => (desk === 'staff' ? '入力' : '作成');

/** Where the way to these pages begins. */
export const beginning = (viewer: Viewer): Crumb & { readonly href: string } =>
  viewer.desk === 'staff'
    ? { label: '案件', href: viewer.url('staff/queue') }
    : { label: 'ホーム', href: viewer.url('committee') };

/** Where the committee opens the files of an application. */
export const filesOf = (viewer: Viewer, id: string, scans: Scans): FileAccess => ({
  href: (sha256) => applicationUrl(viewer, id, 'files', sha256),
  scans,
});

/** The thread with the staff in charge about this application. */
export const messagesPath = (id: string): string => `committee/messages/${id}`;

export const sectionUrl = (viewer: Viewer, id: string, name: SectionName): string =>
  name === BUDGET ? applicationUrl(viewer, id, BUDGET) : applicationUrl(viewer, id, 'form', name);

/** The section in which this is mended: that of the place, for the answer to a point that of the point. */
export function sectionFor({ document, points }: Pick<ApplicationDraft, 'document' | 'points'>, pointer: string) {
  const place = points.find(({ id }) => pointer === `pointAnswers.${id}`)?.pointer ?? pointer;
  return place === '' ? null : sectionOf(document.form, place);
}

/** Where a fault is mended: the page of its section, at its field. */
export const mendingHref = (viewer: Viewer, applicationId: string, section: SectionName, pointer: string): string =>
  `${sectionUrl(viewer, applicationId, section)}#${fieldId(pointer)}`;

/** How many more the organisation may begin in the year, beside those that it has. */
export function roomInWords({ perYear }: Pick<ProgramDocument, 'perYear'>, begun: number): string {
  const has = `この年度の申請が${String(begun)}件あります。`;
  if (perYear === null) return has;
  const left = Math.max(0, perYear.most - begun);
  return left === 0
    ? `${has}1つの団体が申請できるのは${String(perYear.most)}件までです（${perYear.article}）。`
    : `${has}あと${String(left)}件まで申請できます（${perYear.article}）。`;
}
