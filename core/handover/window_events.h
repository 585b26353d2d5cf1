#pragma once

#include "core/command/fields.h"

namespace core {

/// Times as the calendar gave them: a fold never asks the profile.
struct WindowOpened {
    static constexpr const char* type = "window.opened";
    WindowId window;
    QString windowName;
    QString from;
    QString to;
    Instant opens;
    Instant starts;
    Instant breach;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("window", s.window);
        v("name", s.windowName);
        v("from", s.from);
        v("to", s.to);
        v("opens", s.opens);
        v("starts", s.starts);
        v("breach", s.breach);
    }
};

/// Who coordinates for one of the two services. HO-3.2a.
struct Coordinator {
    QString service;
    QString fullName;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("service", s.service, "Service, by its key in the profile", Need::Required);
        v("name", s.fullName, "Full name of its coordinator", Need::Required);
    }
};

struct CoordinatorsNamed {
    static constexpr const char* type = "window.coordinators_named";
    std::vector<Coordinator> coordinators;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("coordinators", s.coordinators);
    }
};

struct VerbalGiven {
    static constexpr const char* type = "window.verbal_given";
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString mode;
    std::vector<Coordinator> speakers = {}; ///< who spoke for each service. HO-3.4

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("started", s.started);
        v("ended", s.ended);
        v("mode", s.mode);
        v("speakers", s.speakers);
    }
};

struct WindowClosed {
    static constexpr const char* type = "window.closed";
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("by", s.by);
    }
};

}
