# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from source_tree import SourceTree


def check(path, line):
    with SourceTree({path: line + "\n"}) as tree:
        return tree.run("check_layers.py")


class TestCheckLayers(unittest.TestCase):
    def assert_refused(self, path, line, words):
        status, output = check(path, line)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def assert_allowed(self, path, line):
        status, output = check(path, line)
        self.assertEqual(status, 0, output)

    def test_an_arrow_down_is_allowed(self):
        self.assert_allowed("backend/engine/loop.cpp", '#include "backend/store/facts.h"')

    def test_a_folder_may_include_itself(self):
        self.assert_allowed("backend/store/facts.cpp", '#include "backend/store/facts.h"')

    def test_an_arrow_up_is_refused(self):
        self.assert_refused("backend/domain/order.h", '#include "backend/store/facts.h"',
                            "backend/domain/order.h must not include backend/store/facts.h")

    def test_an_indented_include_counts(self):
        self.assert_refused("backend/core/ids.h", '  # include "backend/domain/order.h"', "must not include")

    def test_an_include_in_angle_brackets_counts(self):
        self.assert_refused("backend/core/ids.h", "#include <backend/domain/order.h>", "must not include")

    def test_documents_do_not_know_contracts(self):
        self.assert_refused("backend/documents/x12.cpp", '#include "backend/contracts/map.h"', "must not include")

    def test_contracts_do_not_know_documents(self):
        self.assert_refused("backend/contracts/map.cpp", '#include "backend/documents/x12.h"', "must not include")

    def test_the_engine_does_not_know_the_gateway(self):
        self.assert_refused("backend/engine/loop.cpp", '#include "backend/gateway/server.h"', "must not include")

    def test_the_demo_network_shares_nothing_with_the_backend(self):
        self.assert_refused("app/network/erp.cpp", '#include "backend/core/result.h"', "must not include")

    def test_the_backend_is_free_of_qt(self):
        self.assert_refused("backend/service/face.h", "#include <QString>", "free of Qt")

    def test_models_know_qt(self):
        self.assert_allowed("models/order_model.h", "#include <QString>")

    def test_json_hpp_is_refused_in_a_header(self):
        self.assert_refused("backend/contracts/map.h", "#include <nlohmann/json.hpp>", "json_fwd.hpp")

    def test_json_hpp_is_allowed_in_a_source(self):
        self.assert_allowed("backend/contracts/map.cpp", "#include <nlohmann/json.hpp>")

    def test_a_path_that_does_not_start_at_the_root_is_refused(self):
        self.assert_refused("backend/core/ids.cpp", '#include "ids.h"', "not a path from the root")

    def test_a_folder_without_a_rule_is_refused(self):
        self.assert_refused("backend/misc/x.cpp", "", "belongs to no layer")


if __name__ == "__main__":
    unittest.main()
