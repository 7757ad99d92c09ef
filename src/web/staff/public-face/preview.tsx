import type { ComponentChildren } from 'preact';

/** What residents will see, set apart from the page of the staff. */
export const Preview = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="preview" aria-label={title}>
    <p class="preview-title">{title}</p>
    <div class="preview-body">{children}</div>
  </section>
);
