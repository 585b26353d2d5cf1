#include "ui/handover/act_request.h"

#include "core/handover/summary.h"
#include "core/handover/window.h"
#include "ui/desk/desk_service.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Source {
    const core::PreparedItem& line;
    const core::WindowTimes& times;
    const core::Window* window;
    const DeskService& desk;
};

ActRequest ofCase(const Source& source)
{
    return {{{u"case"_s, source.line.caseId.text()}}, {}};
}

ActRequest ofItem(const Source& source)
{
    ActRequest request = ofCase(source);
    if (source.line.item)
        request.preset.insert(u"item"_s, source.line.item->id.text());
    return request;
}

ActRequest inWindow(const Source& source)
{
    ActRequest request = ofCase(source);
    if (!source.window || !source.window->closedAt)
        request.preset.insert(u"window"_s, source.times.name());
    return request;
}

ActRequest toReceiver(const Source& source)
{
    ActRequest request = inWindow(source);
    request.preset.insert(u"to"_s, source.times.to);
    return request;
}

QJsonObject jsonOf(const core::Ipass& ipass)
{
    QJsonObject json;
    const auto set = [&](const QString& key, const QString& value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    set(u"illness"_s, ipass.illness);
    set(u"summary"_s, ipass.summary);
    set(u"actions"_s, ipass.actions);
    set(u"contingency"_s, ipass.contingency);
    return json;
}

ActRequest proposal(const Source& source)
{
    ActRequest request = toReceiver(source);
    const DeskService& desk = source.desk;
    if (const auto record = desk.records().caseRecord(source.line.caseId))
        request.suggestion.insert(u"ipass"_s,
            jsonOf(core::knownSummary(*record, desk.records(), desk.profile(), desk.now())));
    return request;
}

ActRequest discussion(const Source& source)
{
    ActRequest request;
    request.suggestion.insert(u"cases"_s, QJsonArray{source.line.caseId.text()});
    const core::Service* giver = source.desk.profile().service(source.times.from);
    if (!giver)
        return request;
    request.suggestion.insert(u"role"_s, giver->leadRole);
    if (source.window && source.window->coordinators.contains(giver->key))
        request.suggestion.insert(u"with"_s, source.window->coordinators.at(giver->key));
    return request;
}

ActRequest sending(const Source& source)
{
    ActRequest request = ofCase(source);
    request.suggestion.insert(u"to"_s, addressOf(source.times.to, source.desk.profile()));
    return request;
}

ActRequest documents(const Source& source)
{
    ActRequest request = sending(source);
    QJsonArray kinds;
    for (const core::DocumentKind kind : core::kindsToSend(source.line.documents))
        kinds.append(core::word(kind));
    request.suggestion.insert(u"kinds"_s, kinds);
    return request;
}

}

ActRequest requestFor(const QString& command, const core::PreparedItem& line,
    const core::WindowTimes& times, const core::Window* window, const DeskService& desk)
{
    const Source source{line, times, window, desk};
    if (command == u"handover.propose"_s)
        return proposal(source);
    if (command == u"handover.inform"_s)
        return toReceiver(source);
    if (command == u"handover.keep"_s) {
        ActRequest request = ofCase(source);
        request.preset.insert(u"window"_s, times.name());
        return request;
    }
    if (command == u"handover.discuss"_s)
        return discussion(source);
    if (command == u"case.form_emailed"_s)
        return sending(source);
    if (command == u"case.documents_emailed"_s)
        return documents(source);
    if (command == u"case.document"_s)
        return ofCase(source);
    return ofItem(source);
}

QJsonObject coordinatorsSuggestion(
    const core::WindowTimes& times, const core::Window* window, const DeskService& desk)
{
    const auto user = desk.user();
    QJsonArray list;
    for (const QString& service : {times.from, times.to}) {
        QJsonObject each{{u"service"_s, service}};
        if (window && window->coordinators.contains(service))
            each.insert(u"name"_s, window->coordinators.at(service));
        else if (user && user->service == service)
            each.insert(u"name"_s, user->name);
        list.append(each);
    }
    return {{u"coordinators"_s, list}};
}

QString addressOf(const QString& service, const core::Profile& profile)
{
    const core::Service* known = profile.service(service);
    return known && !known->email.isEmpty() ? known->email : service;
}

}
