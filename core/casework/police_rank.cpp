#include "core/casework/police_rank.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

static QRegularExpression words(const QString& alternatives)
{
    return QRegularExpression(
        u"\\b(%1)\\b"_s.arg(alternatives), QRegularExpression::CaseInsensitiveOption);
}

PoliceRank rankIn(const QString& text)
{
    static const QRegularExpression superintendent = words(
        u"superintendent|supt|ch supt|dsupt|dcs|commander|cmdr|chief constable|acc|chief officer|"
        u"commissioner"_s);
    static const QRegularExpression inspector = words(u"inspector|insp|di|dci|ci"_s);
    static const QRegularExpression below
        = words(u"sergeant|sgt|ps|ds|constable|pc|dc|wpc|pcso|special"_s);
    if (text.contains(superintendent))
        return PoliceRank::Superintendent;
    if (text.contains(inspector))
        return PoliceRank::Inspector;
    return text.contains(below) ? PoliceRank::BelowInspector : PoliceRank::NotSaid;
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
    const PoliceRank rank = rankIn(text);
    if (rank == PoliceRank::NotSaid && text.contains(judge))
        return true;
    const bool isOfficer
        = rank != PoliceRank::NotSaid && (text.contains(notYet) || text.contains(surname));
    return !isOfficer && text.contains(court);
}

bool namesStation(const QString& text)
{
    static const QRegularExpression station = words(
        u"police station(?! (?:road|rd|street|st|lane|square|hill|car park)\\b)|police cells?|"
        "police custody|custody(?! of\\b)"_s);
    // "Outside Luton police station", but not "left ED for custody" or "brought by police to
    // custody".
    static const QRegularExpression elsewhere = words(
        u"(?:outside|near|opposite|behind|beside|next to|in front of|across from|left|leaving|"
        "released from|out of|not (?:in|at|to)|no longer (?:in|at))\\s+"
        "(?:(?!(?:for|to|into|in|at)\\b)\\w+\\s+){0,2}(?:police|custody)"_s);
    return text.contains(station) && !text.contains(elsewhere);
}

bool deniesApproval(const QString& text)
{
    // "Warrant, asked for by Insp Vale" was given; "Supt Hale asked" awaits the answer.
    static const QRegularExpression denial = words(
        u"not|no|none|nobody|never|refused|declined|unknown|unobtainable|unavailable|pending|"
        "awaited|awaiting|waiting|(?:asked|requested|sought)(?! (?:for )?by\\b)|\\w+n['’]t"_s);
    return text.contains(denial);
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
