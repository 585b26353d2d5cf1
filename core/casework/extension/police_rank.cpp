#include "core/casework/extension/police_rank.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

static QRegularExpression words(const QString& alternatives)
{
    return QRegularExpression(
        u"\\b(%1)\\b"_s.arg(alternatives), QRegularExpression::CaseInsensitiveOption);
}

static QString superintendents()
{
    return u"(?:superintendent|supt|ch supt|dsupt|dcs|commander|cmdr|chief constable|acc|"
           "chief officer|commissioner)"_s;
}

// "Supt Low on leave", "Supt informed": but not "Supt Low off duty authorised it by telephone".
static const QRegularExpression& absentSuperintendent()
{
    static const QRegularExpression absent = words(superintendents()
        + u"(?:\\s+\\w+){0,2}?[\\s(]+(?:(?:is|was)\\s+)?"
          "(?:on (?:annual |sick |long )?leave|on holiday|away|absent|off(?: duty| sick| shift)?|"
          "sick|unwell|asleep|abroad|informed|notified|aware|to be (?:told|informed|notified))"
          "(?![^,;.]*\\b(?:authori[sz]|approv|grant|agree))"_s);
    return absent;
}

// Who did authorise it: an inspector who acts up does not hold the rank, a chief inspector may.
static QString withoutAbsent(const QString& text)
{
    static const QRegularExpression deputised
        = words(u"(?:for|on behalf of|in place of|instead of|in lieu of)\\s+(?:(?:the|a)\\s+)?"_s
            + superintendents());
    static const QRegularExpression actingUp
        = words(u"(?<!chief )(?<!ch )(?<!ch\\. )(?:inspector|insp|di)(?:[\\s,(]+\\w+){0,2}?[\\s,(]+"
                "acting\\s+(?:up\\s+)?(?:(?:as|for|to)\\s+)?(?:(?:the|a)\\s+)?"_s
            + superintendents());
    QString present = text;
    present.remove(absentSuperintendent());
    present.replace(actingUp, u"inspector"_s);
    return present.remove(deputised);
}

static PoliceRank highestIn(const QString& text)
{
    static const QRegularExpression superintendent = words(superintendents());
    static const QRegularExpression inspector = words(u"inspector|insp|di|dci|ci"_s);
    static const QRegularExpression below
        = words(u"sergeant|sgt|ps|ds|constable|pc|dc|wpc|pcso|special"_s);
    if (text.contains(superintendent))
        return PoliceRank::Superintendent;
    if (text.contains(inspector))
        return PoliceRank::Inspector;
    return text.contains(below) ? PoliceRank::BelowInspector : PoliceRank::NotSaid;
}

PoliceRank rankIn(const QString& text)
{
    return highestIn(withoutAbsent(text));
}

bool namesCourt(const QString& text)
{
    static const QRegularExpression court
        = words(u"magistrate\\w*|court|judge|justices?|jps?|warrant"_s);
    // "Supt Hale will apply for a warrant", "Insp Judge, court cells": an officer of the police.
    static const QRegularExpression notYet
        = words(u"appl(?:y|ies|ied|ying)|to be|will|goes|going|cells?"_s);
    static const QRegularExpression surname
        = words(u"(?:inspector|insp|supt|superintendent|sergeant|sgt|constable|pc)\\s+"
                u"(?:judge|court|justice|magistrate)"_s);
    static const QRegularExpression judge = words(u"hhj|ddj|dj|recorder"_s);
    static const QRegularExpression planned
        = words(u"will (?:apply|be|go|ask|seek|hear|decide)|to be (?:applied|asked|sought|heard)|"
                "to apply|going to|applying"_s);
    if (text.contains(planned))
        return false;
    const PoliceRank rank = highestIn(text);
    if (rank == PoliceRank::NotSaid && text.contains(judge))
        return true;
    const bool isOfficer
        = rank != PoliceRank::NotSaid && (text.contains(notYet) || text.contains(surname));
    return !isOfficer && text.contains(court);
}

// "Luton nick", "the nick": but not "Nick's flat", "uncle nick", "in good nick".
static bool namesNick(const QString& text)
{
    static const QRegularExpression nick(
        u"(?:^|\\b(?:[Tt]he|[Ll]ocal|[Pp]olice|[Aa]t|[Ii]n|[Tt]o|"
        "(?!(?:Uncle|Brother|Friend|Son|Cousin|Nephew|Mr|Dr|With|And|Good)\\b)[A-Z][a-z]+)\\s+)"
        "nick(?=\\s*$|\\s*[,;.()]|\\s+(?:cells?|custody)\\b)|"
        "\\b[Tt]he Nick(?=\\s*$|\\s*[,;.()])"_s);
    return text.contains(nick);
}

bool namesStation(const QString& text)
{
    static const QRegularExpression station
        = words(u"police (?:station|stn)(?! (?:road|rd|street|st|lane|square|hill|car park)\\b)|"
                "police cells?|police custody|custody(?! of\\b)"_s);
    // "Outside Luton police station", "taken from custody", but not "left ED for custody" or
    // "brought by police to custody".
    static const QRegularExpression elsewhere = words(
        u"(?:outside|near|opposite|behind|beside|next to|in front of|across from|left|leaving|"
        "out of|not (?:in|at|to)|no longer (?:in|at)|"
        "(?:released|taken|brought|moved|transferred|collected|fetched|discharged|removed|came|"
        "come|gone|went|returned|driven|conveyed|picked up|away|miles?|minutes?|yards?) from)\\s+"
        "(?:(?!(?:for|to|into|in|at)\\b)\\w+\\s+){0,2}"
        "(?:police (?:station|stn|cells?|custody)|custody|nick)"_s);
    QString where = text;
    where.remove(elsewhere);
    return where.contains(station) || namesNick(where);
}

bool deniesApproval(const QString& text)
{
    // "Warrant, asked for by Insp Vale" was given; "Supt Hale asked" awaits the answer.
    static const QRegularExpression denial = words(
        u"not|no|none|nobody|never|refused|declined|unknown|unobtainable|unavailable|pending|"
        "awaited|awaiting|waiting|(?:asked|requested|sought)(?! (?:for )?by\\b)|\\w+n['’]t"_s);
    const bool isAway = text.contains(absentSuperintendent()) && rankIn(text) == PoliceRank::NotSaid
        && !namesCourt(text);
    return isAway || text.contains(denial);
}

bool mayApproveExtension(const QString& named)
{
    const QString who = named.trimmed();
    const PoliceRank rank = rankIn(who);
    return !who.isEmpty() && !deniesApproval(who) && rank != PoliceRank::Inspector
        && rank != PoliceRank::BelowInspector;
}

static QString approvalMark()
{
    return u"; superintendent: "_s;
}

QString extendedByText(const QString& doctor, const QString& superintendent)
{
    return mayApproveExtension(superintendent) ? doctor + approvalMark() + superintendent.trimmed()
                                               : doctor;
}

bool namesApproval(const QString& extendedBy)
{
    return extendedBy.contains(approvalMark());
}

QString doctorIn(const QString& extendedBy)
{
    return extendedBy.section(approvalMark(), 0, 0);
}

}
