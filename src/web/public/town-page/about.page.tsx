import type { TownWords } from '../../../records/index.js';
import { ButtonLink, ButtonRow, type Viewer } from '../../shared/index.js';
import { PlainText } from '../../shared/text-blocks.js';
import { ContactSection } from './contact.js';

/** What 協働 is, in the town's own words. */
export const AboutPage = ({ viewer, words }: { viewer: Viewer; words: Pick<TownWords, 'about'> }) => (
  <>
    <PlainText text={words.about} level={2} />
    <ButtonRow>
      <ButtonLink kind="secondary" href={viewer.url('grants')}>
        交付の一覧を見る
      </ButtonLink>
    </ButtonRow>
    <ContactSection viewer={viewer} />
  </>
);
