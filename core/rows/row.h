#pragma once

#include "core/records.h"

#include <QString>
#include <QVariant>

#include <vector>

namespace core {

/// The read tables: what lists, boards and searches look at.
enum class ReadTable {
    User,
    Person,
    Contact,
    Case,
    Entry,
    ClockFact,
    Status,
    Task,
    DoctorCall,
    Document,
    HandoverItem,
    Flag,
    Written,
    Sending,
    Window,
    Disposition,
    Duty,
    Officer,
    Attempt,
    RingBack,
    Ladder,
    Relief,
    Sitrep,
    Escalation,
    Support,
    HighRisk,
    EdtRecord,
    Visit,
    Alert,
    OutOfStep,
    Conflict,
    Share,
    Newer,
    Theme,
    Shift,
    WarmTransfer,
    ShiftHandover,
    Alternative,
    Attendee,
    Assessment,
    Bed,
    Discussion,
    JointPartner,
    Dispute,
    Distribution,
    Notice,
    Compliment,
    Acknowledgement,
    Profile,
    HandoverCall,
    NrAttempt
};
template <>
inline constexpr const char* words<ReadTable>[]
    = {"user", "person", "contact", "case", "entry", "clock", "status", "task", "doctor_call",
        "document", "handover_item", "flag", "written", "sending", "window", "disposition", "duty",
        "officer", "attempt", "ring_back", "ladder", "relief", "sitrep", "escalation", "support",
        "high_risk", "edt_record", "visit", "alert", "out_of_step", "conflict", "share", "newer",
        "theme", "shift", "warm_transfer", "shift_handover", "alternative", "attendee",
        "assessment", "bed", "discussion", "joint_partner", "dispute", "distribution", "notice",
        "compliment", "acknowledgement", "profile", "handover_call", "nr_attempt"};

/// One row of a read table. `values` are in the order of the table's columns. An instant is
/// INTEGER UTC milliseconds; what is empty is null.
struct Row {
    ReadTable table = ReadTable::User;
    QString key; ///< identifier of the part, or of the record where it has one row
    std::vector<QVariant> values;

    bool operator==(const Row&) const = default;
};

struct Column {
    const char* name;
    const char* type; ///< INTEGER or TEXT
};

/// The columns of a read table beside its primary key, `subject` and `key`: the record and the part
/// of it. A test holds db/migrations to them.
const std::vector<Column>& columnsOf(ReadTable table);

/// Of a desk, and of what only a newer version knows: what a person looks at.
std::vector<Row> rowsOf(const RecordBase& record);
std::vector<Row> rowsOf(const ProfileVersions& profile);
std::vector<Row> rowsOf(const User& user);
std::vector<Row> rowsOf(const Person& person);
std::vector<Row> rowsOf(const Contact& contact);
std::vector<Row> rowsOf(const Case& record);
std::vector<Row> rowsOf(const Window& window);
std::vector<Row> rowsOf(const Dispositions& dispositions);
std::vector<Row> rowsOf(const Duty& duty);
std::vector<Row> rowsOf(const Sitrep& sitrep);
std::vector<Row> rowsOf(const Escalation& escalation);
std::vector<Row> rowsOf(const Visit& visit);
std::vector<Row> rowsOf(const Alert& alert);
std::vector<Row> rowsOf(const Shift& shift);

/// Words of a record for the search index.
struct SearchText {
    QString key; ///< part of the record it came from, may be empty
    QString kind; ///< "name", "note", "number"
    QString text;
    Instant at; ///< when it was written; finds are shown newest first

    bool operator==(const SearchText&) const = default;
};

std::vector<SearchText> searchTextsOf(const Person& person);
std::vector<SearchText> searchTextsOf(const Contact& contact);
std::vector<SearchText> searchTextsOf(const Case& record);
/// Only what belongs to no case and no contact; the rest is found there. COM-3.8
std::vector<SearchText> searchTextsOf(const Visit& visit);

/// With how many entries two states of one case begin that have the same rows and words.
std::size_t sameEntries(const Case& before, const Case& after);
/// The rows and words of a case but for those of its first `left` entries, and what repeats them.
std::vector<Row> rowsOf(const Case& record, std::size_t left);
std::vector<SearchText> searchTextsOf(const Case& record, std::size_t left);

/// Counts up when rowsOf or searchTextsOf answers otherwise for the same record: a store then
/// rebuilds its read tables once.
inline constexpr int rowsVersion = 16;

}
