import type { Scans } from '../../applications/index.js';
import {
  ACCOUNT,
  isReceiptSection,
  journeyOfReport,
  PHOTOS,
  RECEIPTS,
  sectionOfReport,
  type PreparedReport,
} from '../../performance-reports/index.js';
import type { FormSection } from '../../forms/index.js';
import type { ReportForm } from '../../programs/index.js';
import { fieldId, type Viewer } from '../shared/index.js';
import type { FileAccess } from '../shared/kept-files.js';

interface SectionWords {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
}

const OWN_WORDS: Readonly<Record<string, Omit<SectionWords, 'name'>>> = {
  [ACCOUNT]: {
    title: '収支決算書',
    lead: '予算とくらべながら、実際の収入と支出を書きます。使わなかった科目には0と書きます。',
  },
  [RECEIPTS]: { title: '領収書', lead: '領収書を1枚ずつ、写真に撮って添えます。' },
  [PHOTOS]: { title: '写真', lead: '事業の様子がわかる写真を添えます。説明を付けると、伝わりやすくなります。' },
};

/** The parts of a report in the order of the journey. */
export const reportSections = (asked: ReportForm): SectionWords[] =>
  journeyOfReport(asked).map((name) => {
    const section = reportFormSection(asked, name);
    const { title, lead } = section ?? OWN_WORDS[name] ?? { title: name, lead: '' };
    return { name, title, lead };
  });

export const reportFormSection = ({ form }: Pick<ReportForm, 'form'>, name: string): FormSection | undefined =>
  form.find(({ id }) => id === name);

export const reportSectionWords = (asked: ReportForm, name: string): SectionWords => {
  const known = reportSections(asked).find((section) => section.name === name);
  return known ?? { name, title: '領収書', lead: '写真を撮って添え、書いてあることを書き写します。' };
};

/** The part that follows, or null after the last. */
export function reportSectionAfter(asked: ReportForm, name: string): string | null {
  const journey = journeyOfReport(asked);
  return journey[journey.indexOf(name) + 1] ?? null;
}

/** The pages of a report at the desk where they are opened: staff fill in there what came on paper. */
export const reportUrl = (viewer: Viewer, id: string, ...rest: string[]): string =>
  viewer.url([viewer.desk === 'staff' ? 'staff/reports/paper' : 'committee/reports', id, ...rest].join('/'));

export function reportSectionUrl(viewer: Viewer, id: string, name: string): string {
  if (isReceiptSection(name)) return reportUrl(viewer, id, RECEIPTS, name);
  return [ACCOUNT, RECEIPTS, PHOTOS].includes(name) ? reportUrl(viewer, id, name) : reportUrl(viewer, id, 'form', name);
}

/** The section in which this is mended: that of the place, for the answer to a point that of the point. */
export function reportSectionFor({ asked, points }: Pick<PreparedReport, 'asked' | 'points'>, pointer: string): string {
  const place = points.find(({ id }) => pointer === `pointAnswers.${id}`)?.pointer ?? pointer;
  return sectionOfReport(asked, place);
}

/** The part of the journey to which a section belongs: a receipt to the receipts. */
export const partOf = (name: string): string => (isReceiptSection(name) ? RECEIPTS : name);

/** Where a fault is mended: the page of its section, at its field. */
export const mendingReportHref = (viewer: Viewer, id: string, section: string, pointer: string): string =>
  `${reportSectionUrl(viewer, id, section)}#${fieldId(pointer)}`;

export const reportFiles = (viewer: Viewer, id: string, scans: Scans): FileAccess => ({
  href: (sha256) => reportUrl(viewer, id, 'files', sha256),
  scans,
});
