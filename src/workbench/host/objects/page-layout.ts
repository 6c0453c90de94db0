import { rangeAddress } from '../address';
import { invalidArgument } from '../errors';
import type { ModelPageLayout, ModelSheet } from '../model';
import type { Session } from '../session';
import { HostObject, NULL_OBJECT } from './host-object';
import { Range } from './range';

/** Margins that Excel gives a new sheet, in points. */
const standard = (): ModelPageLayout => ({
  orientation: 'Portrait',
  paperSize: null,
  printArea: null,
  titleRows: null,
  scale: null,
  fitWide: null,
  fitTall: null,
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  centerHorizontally: false,
  headersFooters: { leftHeader: '', centerHeader: '', rightHeader: '', leftFooter: '', centerFooter: '', rightFooter: '' },
});

abstract class PagePart extends HostObject {
  constructor(
    protected readonly session: Session,
    protected readonly sheet: ModelSheet,
  ) {
    super();
  }

  protected get layout(): Readonly<ModelPageLayout> {
    return this.sheet.pageLayout ?? standard();
  }

  protected change(change: Partial<ModelPageLayout>): void {
    this.sheet.pageLayout = { ...this.layout, ...change };
    this.sheet.changed.add('pageLayout');
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }
}

export class PageLayout extends PagePart {
  get className() {
    return 'PageLayout';
  }

  get Orientation(): string {
    return this.layout.orientation;
  }

  set Orientation(orientation: string) {
    if (orientation !== 'Portrait' && orientation !== 'Landscape') throw invalidArgument();
    this.change({ orientation });
  }

  get PaperSize(): string | null {
    return this.layout.paperSize;
  }

  set PaperSize(paperSize: string | null) {
    this.change({ paperSize });
  }

  get CenterHorizontally(): boolean {
    return this.layout.centerHorizontally;
  }

  set CenterHorizontally(centerHorizontally: boolean) {
    this.change({ centerHorizontally });
  }

  get Zoom(): unknown {
    const { scale, fitWide, fitTall } = this.layout;
    if (fitWide === null && fitTall === null) return { scale: scale ?? 100 };
    return { ...(fitWide ? { horizontalFitToPages: fitWide } : {}), ...(fitTall ? { verticalFitToPages: fitTall } : {}) };
  }

  /** Percent, or pages to fit; a direction left out takes as many pages as it needs. */
  set Zoom(zoom: unknown) {
    const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = (zoom ?? {}) as { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
    if (scale !== undefined && scale !== null) {
      if (scale < 10 || scale > 400) throw invalidArgument();
      this.change({ scale, fitWide: null, fitTall: null });
    } else if (wide || tall) {
      this.change({ scale: null, fitWide: wide ?? 0, fitTall: tall ?? 0 });
    } else {
      throw invalidArgument();
    }
  }

  get LeftMargin(): number {
    return this.layout.margins.left;
  }

  set LeftMargin(left: number) {
    this.margins({ left });
  }

  get RightMargin(): number {
    return this.layout.margins.right;
  }

  set RightMargin(right: number) {
    this.margins({ right });
  }

  get TopMargin(): number {
    return this.layout.margins.top;
  }

  set TopMargin(top: number) {
    this.margins({ top });
  }

  get BottomMargin(): number {
    return this.layout.margins.bottom;
  }

  set BottomMargin(bottom: number) {
    this.margins({ bottom });
  }

  get HeaderMargin(): number {
    return this.layout.margins.header;
  }

  set HeaderMargin(header: number) {
    this.margins({ header });
  }

  get FooterMargin(): number {
    return this.layout.margins.footer;
  }

  set FooterMargin(footer: number) {
    this.margins({ footer });
  }

  get HeadersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.session, this.sheet);
  }

  SetPrintArea(area: Range | string): void {
    this.change({ printArea: this.address(area) });
  }

  GetPrintAreaOrNullObject(): Range | typeof NULL_OBJECT {
    return this.layout.printArea ? Range.at(this.session, this.sheet, this.layout.printArea) : NULL_OBJECT;
  }

  SetPrintTitleRows(rows: Range | string): void {
    const { range } = typeof rows === 'string' ? Range.at(this.session, this.sheet, rows) : rows;
    this.change({ titleRows: `$${range.row + 1}:$${range.row + range.rows}` });
  }

  GetPrintTitleRowsOrNullObject(): Range | typeof NULL_OBJECT {
    return this.layout.titleRows ? Range.at(this.session, this.sheet, this.layout.titleRows) : NULL_OBJECT;
  }

  /** In the unit given; points without one. */
  SetPrintMargins(unit: string, options: Readonly<Record<string, number>>): void {
    const factor = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (!factor) throw invalidArgument();
    this.margins(Object.fromEntries(Object.entries(options).map(([side, size]) => [side, size * factor])));
  }

  private margins(change: Partial<ModelPageLayout['margins']>): void {
    if (Object.values(change).some((size) => typeof size !== 'number' || size < 0)) throw invalidArgument();
    this.change({ margins: { ...this.layout.margins, ...change } });
  }

  private address(area: Range | string): string {
    const { sheet, range } = typeof area === 'string' ? Range.at(this.session, this.sheet, area) : area;
    if (sheet !== this.sheet) throw invalidArgument();
    return rangeAddress(range);
  }
}

class HeaderFooterGroup extends PagePart {
  get className() {
    return 'HeaderFooterGroup';
  }

  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.session, this.sheet);
  }
}

class HeaderFooter extends PagePart {
  get className() {
    return 'HeaderFooter';
  }

  get LeftHeader(): string {
    return this.layout.headersFooters.leftHeader;
  }

  set LeftHeader(leftHeader: string) {
    this.write({ leftHeader });
  }

  get CenterHeader(): string {
    return this.layout.headersFooters.centerHeader;
  }

  set CenterHeader(centerHeader: string) {
    this.write({ centerHeader });
  }

  get RightHeader(): string {
    return this.layout.headersFooters.rightHeader;
  }

  set RightHeader(rightHeader: string) {
    this.write({ rightHeader });
  }

  get LeftFooter(): string {
    return this.layout.headersFooters.leftFooter;
  }

  set LeftFooter(leftFooter: string) {
    this.write({ leftFooter });
  }

  get CenterFooter(): string {
    return this.layout.headersFooters.centerFooter;
  }

  set CenterFooter(centerFooter: string) {
    this.write({ centerFooter });
  }

  get RightFooter(): string {
    return this.layout.headersFooters.rightFooter;
  }

  set RightFooter(rightFooter: string) {
    this.write({ rightFooter });
  }

  /** Excel takes at most 255 characters. */
  private write(change: Partial<ModelPageLayout['headersFooters']>): void {
    if (Object.values(change).some((text) => text.length > 255)) throw invalidArgument();
    this.change({ headersFooters: { ...this.layout.headersFooters, ...change } });
  }
}
