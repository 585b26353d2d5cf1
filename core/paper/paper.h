#pragma once

#include "core/journal/record.h"
#include "core/profile/profile.h"
#include "core/time/instant.h"

#include <QJsonObject>
#include <QString>

#include <variant>
#include <vector>

namespace core {

class ServiceCalendar;

/// How words stand on a paper. Struck: ruled through, because a later entry corrects them.
enum class Ink { Plain, Strong, Quiet, Struck, Alert };
template <>
inline constexpr const char* words<Ink>[] = {"plain", "strong", "quiet", "struck", "alert"};

struct Run {
    QString text;
    Ink ink = Ink::Plain;

    bool operator==(const Run&) const = default;
};

/// Words in runs of ink. Line feeds are kept.
struct Words {
    std::vector<Run> runs;

    Words() = default;
    Words(QString text, Ink ink = Ink::Plain); // NOLINT(google-explicit-constructor)

    Words& add(QString text, Ink ink = Ink::Plain);
    /// The same on a new line.
    Words& line(QString text, Ink ink = Ink::Plain);
    bool isEmpty() const;
    /// Without ink; struck words stand in "[corrected: …]".
    QString plain() const;

    bool operator==(const Words&) const = default;
};

struct Paragraph {
    Words words;
    bool operator==(const Paragraph&) const = default;
};

/// A boxed line that must not be overlooked.
struct Remark {
    Words words;
    bool operator==(const Remark&) const = default;
};

struct Fact {
    QString label;
    Words value;
    bool operator==(const Fact&) const = default;
};

/// Labels with their values; facts without a value are left out by `addFact`.
struct Facts {
    std::vector<Fact> facts;
    int columns = 1; ///< side by side on a page
    bool operator==(const Facts&) const = default;
};

enum class Side { Left, Right };

struct GridColumn {
    QString title;
    int weight = 10; ///< share of the width
    Side side = Side::Left;
    bool operator==(const GridColumn&) const = default;
};

struct TableRow {
    std::vector<Words> cells; ///< one a column
    bool heading = false; ///< a line that names the rows below it, in its first cell
    bool operator==(const TableRow&) const = default;
};

struct Grid {
    QString caption;
    std::vector<GridColumn> columns;
    std::vector<TableRow> rows;
    QString whenEmpty; ///< said in place of rows
    bool dense = false; ///< many columns: smaller type
    bool operator==(const Grid&) const = default;
};

struct Check {
    bool done = false;
    QString label;
    Words words;
    bool operator==(const Check&) const = default;
};

struct Checklist {
    std::vector<Check> checks;
    bool operator==(const Checklist&) const = default;
};

/// A box to write into by hand, unless it is filled already.
struct Blank {
    QString label;
    Words filled;
    int lines = 1;
    bool operator==(const Blank&) const = default;
};

struct Blanks {
    std::vector<Blank> blanks;
    bool operator==(const Blanks&) const = default;
};

using Block = std::variant<Paragraph, Remark, Facts, Grid, Checklist, Blanks>;

struct Section {
    QString title;
    QString aside; ///< at the right of the title: a transfer number, a state
    std::vector<Block> blocks;
    bool onNewPage = false;
    bool operator==(const Section&) const = default;
};

/// A paper as data: what is printed, shown as a page, sent and written to JSON. IDN §5.8, FM-2.
/// `title` and `ref` hold no personal data: they become file names and subjects of e-mails.
struct Paper {
    QString kind; ///< "sitrep", "handover-sheet", …
    QString marking; ///< top and bottom of every page
    QString title;
    QString service; ///< name of the service whose paper it is
    QString ref;
    QString version; ///< of the record as printed: another version, another paper. FM-2
    QString standing; ///< "Superseded by S-2026-11-19-2"; empty: current
    QString footer; ///< at the foot of every page. FM-2, Q26
    QString printedBy;
    Instant printedAt;
    bool landscape = false;
    std::vector<Section> sections;

    bool operator==(const Paper&) const = default;
};

/// What every paper of one printing shares.
struct PaperFrame {
    QString marking;
    QString footer;
    QString service; ///< name, as printed
    QString printedBy; ///< full name
    Instant printedAt;
    QString standing; ///< what every one of them says below its title; empty: nothing
};

/// The profile's marking and footer, our own words where it has none. `service` is a key.
PaperFrame frameOf(
    const Profile& profile, const QString& service, const QString& printedBy, Instant printedAt);
/// The same, which says where the day of printing is outside the bank-holiday table. H15
PaperFrame frameOf(const ServiceCalendar& calendar, const QString& service,
    const QString& printedBy, Instant printedAt);

Paper paperOf(const PaperFrame& frame, QString kind, QString title, QString ref);

/// "v14-3f9a2c1b": number of events and digest over the heads of the records a paper shows.
QString recordVersion(const std::vector<const RecordBase*>& records);

/// "Printed Thu 19 Nov 2026 09:40 GMT by Tom Ashdown": the zone is always named.
QString printedText(const Paper& paper);

/// "Thu 19 Nov 2026 09:40 GMT".
QString zonedText(Instant at);

void addFact(Facts& facts, const QString& label, const QString& value, Ink ink = Ink::Plain);

/// A page of HTML that stands alone: semantic, readable by a screen reader, prints well.
QString toHtml(const Paper& paper);

/// Plain text, lines of at most 78 characters where words allow it.
QString toText(const Paper& paper);

QJsonObject toJsonObject(const Paper& paper);

}
