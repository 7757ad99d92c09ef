import { PROJECT_GRANT } from './apply-project.js';
import { OPERATING_GRANT, openApplication } from './apply.js';
import type { Folder, Paper } from './papers-of-the-year.js';
import type { Scene } from './scenes.js';
import { went, type Troupe } from './troupe.js';

/** What the summary says of the printed form of a programme. */
export interface FormLine extends Paper {
  readonly town: string;
  readonly program: string;
  /** Labels of what an organisation was asked on the screen; the paper must ask the same. */
  readonly asks: readonly string[];
}

/** What the link says behind the name of the programme. */
const LINK_WORDS = 'の申請書の用紙（PDF）';
const FILE_NAMES: Readonly<Record<string, string>> = { [OPERATING_GRANT]: 'operating', [PROJECT_GRANT]: 'project' };

/** What was asked and answered, besides who applies and the 収支予算書. */
const ANSWERS = 'section:not(:has(> .section-head > h2:is(:contains(申請する団体), :contains(収支予算書)))) dt';

/** The form of every programme that takes applications, as anybody finds it on the town's first page. */
export async function collectForms(troupe: Troupe, { cast, slug }: Scene, folder: Folder): Promise<FormLine[]> {
  const passerBy = troupe.passerBy();
  const [applicant] = cast;
  if (!applicant) throw new Error(`nobody applies in ${slug}`);
  const home = went(await passerBy.get(troupe.path('')));
  const links = home.$('main a[href$="/form"]').toArray();
  return Promise.all(
    links.map(async (link) => {
      const program = home.$(link).text().replace(LINK_WORDS, '');
      const kind = Object.keys(FILE_NAMES).find((name) => program.includes(name)) ?? '';
      const form = went(await passerBy.get(home.$(link).attr('href') ?? ''));
      const application = await openApplication(troupe, applicant, kind);
      const officer = await troupe.as(applicant.signInName);
      const sent = went(await officer.get(`${application.url.pathname}/sent`));
      const paper = await folder.keep(`forms/form-${FILE_NAMES[kind] ?? kind}-${slug}.pdf`, form.bytes);
      return { town: slug, program, asks: sent.texts(ANSWERS), ...paper };
    }),
  );
}
