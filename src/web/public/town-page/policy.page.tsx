import type { Viewer } from '../../shared/index.js';
import { PlainText } from '../../shared/text-blocks.js';
import { ContactSection } from './contact.js';

/** One of the promises that a town makes to those who use its pages, and whom to ask. */
export const PolicyPage = ({ viewer, text }: { readonly viewer: Viewer; readonly text: string }) => (
  <>
    <PlainText text={text} level={2} />
    <ContactSection viewer={viewer} />
  </>
);
